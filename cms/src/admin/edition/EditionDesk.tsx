import type { ChapterName } from '@portal/content/schema/handbook'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { refreshEntry } from '../saving/refresh'
import { HowTo } from '../handbook/HowTo'
import { useHeldState } from '../saving/use-held-state'
import { useSavedAt } from '../saving/saved-versions'
import { HistoryDialog } from './HistoryDialog'
import { Hits } from './Hits'
import { Record } from './Record'
import { EditionState } from './EditionState'
import { StepButtons } from './StepButtons'
import { forms } from './forms'
import { messageOf } from '../error-message'
import type {
  EditionPanelState,
  WorkflowState,
  StepKind,
} from '../../contracts/publications/editions.ts'

/** `readAt`: when the draft that was read last was saved; undefined where it is not what is shown. */
type Props = { uid: string; documentId: string; readAt: string | undefined }

/** The step whose form is open, and when the draft was saved that it is about. */
type Choice = { kind: StepKind; seen: string | undefined }

/** Why the draft that is under review should pass although it has hits. */
function pleaIn({ state, steps }: EditionPanelState) {
  return state === 'submitted' ? steps.find(({ word }) => /放行$/.test(word)) : undefined
}

/** What saving a change does to a decision that was taken: said before it is saved. */
const decided: Partial<Record<WorkflowState, string>> = {
  submitted: '这一稿正在等审核：保存以后要重新提交。',
  approved: '这一稿已经审核通过：保存以后要重新审核才能发布。',
  scheduled:
    '这一稿已经定时发布：保存以后要重新审核。在原定时间之前审核通过的，仍按时发布；没有通过的，到时不发布。',
}

/** The chapter of the handbook about what comes next. */
const chapters: Record<WorkflowState, ChapterName> = {
  draft: 'write',
  returned: 'write',
  submitted: 'review',
  approved: 'publish',
  scheduled: 'schedule',
  published: 'withdraw',
  withdrawn: 'withdraw',
}

/** The workflow of an entry: standing, hits, steps to take, what was done, earlier versions. */
export function EditionDesk({ uid, documentId, readAt }: Props) {
  const { get } = useFetchClient()
  const modified = useForm('EditionDesk', (form: { modified: boolean }) => form.modified)
  const seen = useSavedAt(`${uid} ${documentId}`, readAt)
  const address = `/desk/editions/${uid}/${documentId}`
  const [view, setView] = useHeldState<EditionPanelState | null>(`view ${address}`, null)
  const [failure, setFailure] = useState('')
  const [browsing, setBrowsing] = useHeldState(`history ${address}`, false)
  const [choice, setChoice] = useHeldState<Choice | null>(`chosen ${address}`, null)
  const [done, setDone] = useState<{ words: string } | null>(null)
  const said = useRef<HTMLParagraphElement>(null)

  // What was asked before a step may be answered after it: the last question alone is answered.
  const asked = useRef(0)
  const load = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    get<EditionPanelState>(address).then(
      ({ data }) => {
        if (turn !== asked.current) return
        setView(data)
        setFailure('')
      },
      (error: unknown) => turn === asked.current && setFailure(messageOf(error)),
    )
  }, [address, get, setView])

  // Saving the draft may void an approval: what was read before is no longer so.
  useEffect(load, [load, seen])
  // Whoever hands in what was just saved goes on; whoever decides on a draft decides anew on another.
  const isChosen = choice?.kind === 'submit' || choice?.seen === seen
  const chosen = isChosen ? (choice?.kind ?? null) : null

  // A step is about the draft on the page: none is offered while the one or the other is being read.
  const ahead = view && seen ? Date.parse(view.savedAt) - Date.parse(seen) : 0
  useEffect(() => {
    if (ahead > 0 && !modified) refreshEntry(uid, documentId)
  }, [ahead, modified, uid, documentId])

  useEffect(() => {
    if (done) said.current?.focus({ preventScroll: true })
  }, [done])

  function finish(kind: StepKind) {
    setDone({ words: `“${forms[kind]?.button ?? '恢复此版'}”已经办好。` })
    setBrowsing(false)
    load()
    refreshEntry(uid, documentId)
  }

  if (failure) {
    return (
      <Flex direction="column" alignItems="stretch" gap={3} width="100%">
        <Typography textColor="danger600">{failure}</Typography>
        <Button variant="secondary" onClick={load}>
          重新读取
        </Button>
      </Flex>
    )
  }
  if (!view) return <Typography textColor="neutral600">正在读取…</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <div role="status">
        {done && (
          <Typography ref={said} tag="p" tabIndex={-1} textColor="success700" fontWeight="semiBold">
            {done.words}
          </Typography>
        )}
      </div>
      <EditionState view={view} />
      {view.hits.length > 0 && <Hits hits={view.hits} plea={pleaIn(view)} />}
      {modified ? (
        <Box background="warning100" padding={3} hasRadius>
          <Typography variant="pi" tag="p">
            有改动还没有保存。先点“保存”，再办下一步。
          </Typography>
          {decided[view.state] && (
            <Typography variant="pi" tag="p" fontWeight="bold">
              {decided[view.state]}
            </Typography>
          )}
        </Box>
      ) : ahead === 0 ? (
        <StepButtons
          address={address}
          view={view}
          seen={seen ?? view.savedAt}
          chosen={chosen}
          onChoose={(kind) => setChoice(kind && { kind, seen })}
          onDone={finish}
        />
      ) : (
        <Typography textColor="neutral600">正在读取…</Typography>
      )}
      <HowTo chapter={chapters[view.state]} about="发布流程" />
      <Record steps={view.steps} />
      {view.editions.length > 0 && (
        <Button variant="tertiary" fullWidth onClick={() => setBrowsing(true)}>
          历史版本（{view.editions.length}）
        </Button>
      )}
      {browsing && (
        <HistoryDialog
          address={address}
          view={view}
          seen={seen ?? view.savedAt}
          locked={modified || ahead !== 0}
          onClose={() => setBrowsing(false)}
          onRestored={() => finish('restore')}
        />
      )}
    </Flex>
  )
}
