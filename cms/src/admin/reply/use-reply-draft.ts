import { useAuth, useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReplyFields, ReplyPage, SavedDraft } from '../../contracts/papers/reply-page.ts'
import { messageOf } from '../error-message'
import { forget, keep, recall } from '../saving/tab-storage'
import { firstFields, isSame } from './first-fields'

/** After so many milliseconds without a key, and again while there is no server. */
const pauseMs = 1200
const retryMs = 10_000

export type Saving =
  | { kind: 'nothing' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** In this tab only. */
  | { kind: 'here' }
  | { kind: 'refused'; why: string }
  /** Another page of the same writer has saved something else. */
  | { kind: 'twice'; other: SavedDraft }

type InTab = { fields: ReplyFields; version: number; isOnServer: boolean }
type Refusal = {
  response?: { status?: number; data?: { error?: { details?: { draft?: SavedDraft } } } }
}

/** What a tab has kept since before there were files has none. */
function withFiles(inTab: InTab | undefined): InTab | undefined {
  return inTab && { ...inTab, fields: { ...inTab.fields, files: inTab.fields.files ?? [] } }
}

/** What this tab and the server have of a draft, and which of them is shown. */
function begin(inTab: InTab | undefined, page: ReplyPage): { shown: InTab; saving: Saving } {
  const { draft } = page
  const onServer: InTab = draft
    ? { fields: draft.fields, version: draft.version, isOnServer: true }
    : { fields: firstFields(page), version: 0, isOnServer: true }
  const saved: Saving = draft ? { kind: 'saved', at: draft.savedAt } : { kind: 'nothing' }
  if (!inTab || inTab.isOnServer || isSame(inTab.fields, onServer.fields)) {
    return { shown: onServer, saving: saved }
  }
  // The server was given up meanwhile, or has the version that this tab began from: this tab is ahead.
  if (!draft || draft.version === inTab.version) {
    return { shown: { ...inTab, version: onServer.version }, saving: { kind: 'here' } }
  }
  return { shown: inTab, saving: { kind: 'twice', other: draft } }
}

/**
 * What is written on the reply page: kept in this tab with every key, and on the server as soon as the writer
 * pauses. Nothing is dropped before the server has it.
 * @param page as the server told it when it was opened
 */
export function useReplyDraft(documentId: string, page: ReplyPage) {
  const { put } = useFetchClient()
  const user = useAuth('useReplyDraft', (state) => String(state.user?.id ?? ''))
  const name = `reply ${documentId}`
  const [first] = useState(() => begin(withFiles(recall<InTab>(user, name)), page))
  const [fields, setFields] = useState(first.shown.fields)
  const [saving, setSaving] = useState<Saving>(first.saving)
  const now = useRef(first.shown)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const isSending = useRef(false)
  /** Nothing more is saved: it is being sent, or was. */
  const isHeld = useRef(false)
  const underWay = useRef<Promise<void>>()

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    if (isSending.current || isHeld.current || now.current.isOnServer) return
    isSending.current = true
    const { fields: sent, version: seen } = now.current
    try {
      const asked = put<{ draft: { version: number; savedAt: string } }>(
        `/desk/cases/${documentId}/draft`,
        { seen, fields: sent },
      )
      underWay.current = asked.then(
        () => undefined,
        () => undefined,
      )
      const answer = await asked
      const { version, savedAt } = answer.data.draft
      const isOnServer = now.current.fields === sent
      now.current = { ...now.current, version, isOnServer }
      keep(user, name, now.current)
      if (isOnServer) setSaving({ kind: 'saved', at: savedAt })
      else timer.current = setTimeout(() => void send(), pauseMs)
    } catch (error) {
      const { status, data } = (error as Refusal).response ?? {}
      const other = data?.error?.details?.draft
      if (other) setSaving({ kind: 'twice', other })
      else if (status !== undefined && status < 500 && status !== 401) {
        setSaving({ kind: 'refused', why: messageOf(error) })
      } else {
        setSaving({ kind: 'here' })
        timer.current = setTimeout(() => void send(), retryMs)
      }
    } finally {
      isSending.current = false
    }
  }, [documentId, name, put, user])

  const write = useCallback(
    (next: ReplyFields, version = now.current.version) => {
      now.current = { fields: next, version, isOnServer: false }
      keep(user, name, now.current)
      setFields(next)
      setSaving((before) =>
        before.kind === 'twice' || before.kind === 'here' ? before : { kind: 'saving' },
      )
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void send(), pauseMs)
    },
    [name, send, user],
  )

  useEffect(() => {
    const atOnce = () => void send()
    const whenHidden = () => document.visibilityState === 'hidden' && void send()
    if (first.saving.kind === 'here') atOnce()
    window.addEventListener('online', atOnce)
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      window.removeEventListener('online', atOnce)
      document.removeEventListener('visibilitychange', whenHidden)
      // Another page of the desk is opened: what was typed last goes to the server too.
      void send()
    }
  }, [first, send])

  return {
    fields,
    saving,
    write,
    /** Takes what the other page has saved, or writes over it with what stands here. */
    settle(keepOther: boolean) {
      if (saving.kind !== 'twice') return
      const { fields: theirs, version, savedAt } = saving.other
      if (!keepOther) {
        setSaving({ kind: 'here' })
        return write(now.current.fields, version)
      }
      now.current = { fields: theirs, version, isOnServer: true }
      keep(user, name, now.current)
      setFields(theirs)
      setSaving({ kind: 'saved', at: savedAt })
    },
    /** Saves nothing more, once what is under way is saved: a draft must not come to the server after its reply. */
    async hold() {
      isHeld.current = true
      clearTimeout(timer.current)
      await underWay.current
    },
    /** Saves again: it was not sent. */
    release() {
      isHeld.current = false
      void send()
    },
    /** Forgets the draft in this tab: it was sent. */
    finish() {
      isHeld.current = true
      clearTimeout(timer.current)
      forget(name)
    },
  }
}
