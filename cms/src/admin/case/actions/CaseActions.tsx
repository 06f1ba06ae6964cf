import {
  Box,
  Button,
  Flex,
  LinkButton,
  SimpleMenu,
  MenuItem,
  Typography,
} from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { replyAddress } from '../../desk/addresses'
import { useHeldState } from '../../saving/use-held-state'
import { useHalfWritten } from '../../saving/use-kept-fields'
import { formOf, forms, hasForm, rare, replyLinkOf, type FormKind } from './action-forms'
import { ActionForm } from './ActionForm'

/** So many steps stand beside each other, also on a telephone; the others are in the menu. */
const few = 3
const allForms = Object.keys(forms) as FormKind[]

type Props = { page: CasePage; isReading: boolean; onChanged: () => void }

/** The steps that a case allows: the likely first, the rare ones in a menu; what the chosen one asks for below. */
export function CaseActions({ page, isReading, onChanged }: Props) {
  const { documentId, desk } = page
  const [done, setDone] = useHeldState<{ words: string } | null>(`done ${documentId}`, null)
  const isHalfWritten = useHalfWritten()
  // Whoever comes back finds open what is half written.
  const [chosen, setChosen] = useHeldState<FormKind | null>(
    `chosen ${documentId}`,
    allForms.find((kind) => isHalfWritten(formOf(documentId, kind))) ?? null,
  )
  const said = useRef<HTMLParagraphElement>(null)
  const isOpen = (kind: FormKind) => kind === chosen || isHalfWritten(formOf(documentId, kind))
  const allowed = desk.actions.filter(hasForm)
  // A step that is no longer allowed keeps its place while something is written there.
  const kept = allForms.filter((kind) => !allowed.includes(kind) && isOpen(kind))
  const shown = [...allowed, ...kept]
  const usual = shown.filter((kind) => !rare.includes(kind)).slice(0, few)
  const beside = shown.filter((kind) => !usual.includes(kind))
  // A menu of one thing hides it for nothing.
  const inMenu = beside.length > 1 ? beside.filter((kind) => !isOpen(kind)) : []
  const inSight = shown.filter((kind) => !inMenu.includes(kind))
  const reply = replyLinkOf(desk.actions)
  const first = desk.actions[0]
  const isReplyFirst = reply !== undefined && first !== undefined && !hasForm(first)

  const replyLink = reply && (
    <LinkButton
      tag={Link}
      to={replyAddress(documentId)}
      size="L"
      variant={isReplyFirst ? 'default' : 'secondary'}
    >
      {reply}
    </LinkButton>
  )

  useEffect(() => {
    if (done) said.current?.focus({ preventScroll: true })
  }, [done])

  function finish(kind: FormKind) {
    setChosen(null)
    setDone({ words: `“${forms[kind].button}”已经办好。` })
    onChanged()
  }
  function choose(kind: FormKind) {
    setDone(null)
    setChosen(chosen === kind ? null : kind)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4} tag="section" aria-label="办理">
      <div role="status" aria-live="polite">
        {done && (
          <Typography ref={said} tag="p" tabIndex={-1} textColor="success700" fontWeight="semiBold">
            {done.words}
          </Typography>
        )}
      </div>
      {shown.length === 0 && !reply && (
        <Typography textColor="neutral600">现在没有要办的步骤。</Typography>
      )}
      <Flex gap={3} wrap="wrap">
        {isReplyFirst && replyLink}
        {inSight.map((kind, index) => (
          <Button
            key={kind}
            size="L"
            variant={index === 0 && !isReplyFirst ? 'default' : 'secondary'}
            aria-expanded={chosen === kind}
            onClick={() => choose(kind)}
          >
            {forms[kind].button}
            {chosen !== kind && isHalfWritten(formOf(documentId, kind)) ? '（写了一半）' : ''}
          </Button>
        ))}
        {!isReplyFirst && replyLink}
        {inMenu.length > 0 && (
          <SimpleMenu label="更多" variant="tertiary" size="L">
            {inMenu.map((kind) => (
              <MenuItem key={kind} onSelect={() => choose(kind)}>
                {forms[kind].button}
              </MenuItem>
            ))}
          </SimpleMenu>
        )}
      </Flex>
      {desk.extension && (
        <Box>
          <Typography lineHeight={1.7}>
            {`承办单位申请延期 ${desk.extension.days} 日。理由：${desk.extension.reason}`}
          </Typography>
        </Box>
      )}
      {chosen && (
        <ActionForm
          key={chosen}
          page={page}
          kind={chosen}
          isReading={isReading}
          onChanged={onChanged}
          onDone={() => finish(chosen)}
        />
      )}
    </Flex>
  )
}
