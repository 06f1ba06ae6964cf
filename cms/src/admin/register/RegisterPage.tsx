import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import type { CasePlaces } from '../../contracts/cases/page.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import type { RegisteredCase } from '../../contracts/cases/registration.ts'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { ReadFault } from '../desk/ReadFault'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'
import { Registered } from './Registered'
import { RegisterForm } from './RegisterForm'

const registrars = [{ action: casePermissions.manage, subject: null }]

/** 登记来访来信来电: what came to the counter, by post, by telephone or from a grid round. */
export default function RegisterPage() {
  const { get } = useFetchClient()
  const [places, setPlaces] = useState<CasePlaces | null>(null)
  const [fault, setFault] = useState('')
  const [made, setMade] = useHeldState<RegisteredCase | null>('register made', null)
  const [isGiven, setGiven] = useHeldState('register given', false)

  const read = useCallback(() => {
    setFault('')
    get<CasePlaces>('/desk/cases/places')
      .then(({ data }) => setPlaces(data))
      .catch((error: unknown) => setFault(messageOf(error, '没有打开：请检查网络后再试。')))
  }, [get])
  useEffect(read, [read])

  return (
    <Page.Protect permissions={registrars}>
      <DeskPage
        help="register"
        title="登记来访来信来电"
        back={{ to: queueAddress, words: backWords.queue }}
      >
        <ReadFault fault={fault} onAgain={read} />
        {made ? (
          <Registered
            made={made}
            isGiven={isGiven}
            onGiven={() => setGiven(true)}
            onNext={() => {
              setGiven(false)
              setMade(null)
            }}
          />
        ) : (
          places && <RegisterForm places={places} onDone={setMade} />
        )}
      </DeskPage>
    </Page.Protect>
  )
}
