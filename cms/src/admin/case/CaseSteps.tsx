import { Button, Flex, Typography } from '@strapi/design-system'
import { useEffect, useRef, useState } from 'react'
import { useHeldState } from '../saving/use-held-state'
import { useHalfWritten } from '../saving/use-kept-fields'
import { ActionFields } from './ActionFields'
import { formOf, forms, type FormKind } from './actions'
import type { CaseDeskState } from '../../contracts/case-desk.ts'

type Props = { documentId: string; desk: CaseDeskState; isReading: boolean; onChanged: () => void }

/** The steps that a case allows: choose one, fill what it asks for, do it. What is half written stays. */
export function CaseSteps({ documentId, desk, isReading, onChanged }: Props) {
  const [chosen, setChosen] = useHeldState<FormKind | null>(`chosen ${documentId}`, null)
  const [done, setDone] = useState<{ words: string } | null>(null)
  const isHalfWritten = useHalfWritten()
  const said = useRef<HTMLParagraphElement>(null)
  const all = Object.keys(forms) as FormKind[]
  // A step that is no longer allowed keeps its place while something is written there.
  const shown = all.filter(
    (kind) =>
      desk.actions.includes(kind) || kind === chosen || isHalfWritten(formOf(documentId, kind)),
  )

  useEffect(() => {
    if (done) said.current?.focus({ preventScroll: true })
  }, [done])

  function finish(kind: FormKind) {
    setChosen(null)
    setDone({ words: `“${forms[kind].button}”已经办好。` })
    onChanged()
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <div role="status">
        {done && (
          <Typography ref={said} tag="p" tabIndex={-1} textColor="success700" fontWeight="semiBold">
            {done.words}
          </Typography>
        )}
      </div>
      {shown.length === 0 && <Typography>现在没有要办的步骤。</Typography>}
      {shown.map((kind, index) => (
        <Button
          key={kind}
          fullWidth
          variant={index === 0 ? 'default' : 'secondary'}
          aria-pressed={chosen === kind}
          aria-expanded={chosen === kind}
          onClick={() => {
            setDone(null)
            setChosen(chosen === kind ? null : kind)
          }}
        >
          {forms[kind].button}
          {chosen !== kind && isHalfWritten(formOf(documentId, kind)) ? '（写了一半）' : ''}
        </Button>
      ))}
      {chosen && (
        <ActionFields
          key={chosen}
          documentId={documentId}
          desk={desk}
          kind={chosen}
          isReading={isReading}
          onChanged={onChanged}
          onDone={() => finish(chosen)}
        />
      )}
    </Flex>
  )
}
