import { useAuth, useForm } from '@strapi/strapi/admin'
import { useEffect, useRef, useState } from 'react'
import { forget, keep, recall } from './tab-storage'
import { linksOf, useLinks } from './stored-links'
import { commonLinks, withLinks, withoutLinks, type Links } from './link-changes'
import { changedFields, merge, same, type Merged, type Values } from './merge'
import { asSent, takeSent } from './sent-values'

/** What is being written, and the entry and its links as the writing began. */
type Edits = {
  base: Values
  mine: Values
  links: Links
  /** What stands in the entry now is what this person has just saved. */
  isOwn?: boolean
}
type Kept = Edits & { at: string }
type Form = {
  values: Values
  initialValues: Values
  modified: boolean
  disabled: boolean
  isSubmitting: boolean
  setValues: (values: Values) => void
  resetForm: (values: Values) => void
}

const fieldsOf = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field]]))

/** What was written while a new entry was being stored, by the name that the entry then has. */
const brought = new Map<string, Edits>()

/** A colleague's version that came in under unsaved edits, and what was made of both. */
export type Met = Merged & { theirs: Values; stored: Links }

/**
 * What is still to be chosen between two versions, by entry. A window that becomes narrow or wide, as
 * a telephone that is turned, has its form laid out anew, and the choice must not be lost with it.
 */
const unsettled = new Map<string, Met>()

/** What the form of an entry shows of keeping: an offer of what was kept, and a colleague's version. */
type KeptEdit = {
  offer: { at: string; fields: string[] } | null
  accept: () => void
  decline: () => void
  met: Met | null
  settle: (chosen: Values) => void
  /** Whether there are unsaved edits, and whether there was room to keep them. */
  state: 'saved' | 'kept' | 'full'
}

/**
 * Keeps the unsaved edits of an entry's form until they are saved, and puts them back where the form
 * loses them: a save that was refused, a colleague's version that comes in, a reload, a new sign-in.
 */
export function useKeptEdit(entry: string): KeptEdit {
  const form = useForm('KeptEdit', (state) => state) as unknown as Form
  const { values, initialValues, modified, disabled, isSubmitting, setValues, resetForm } = form
  const user = useAuth('KeptEdit', (state) => String(state.user?.id ?? ''))
  const linked = useLinks(entry)
  const edits = useRef<Edits | null>(null)
  const sent = useRef<Edits | null>(null)
  const [kept, setKept] = useState(() => {
    const found = disabled || modified ? undefined : recall<Kept>(user, entry)
    // What a tab has kept since before links were compared names none.
    return found && !same(found.mine, initialValues) ? { ...found, links: found.links ?? {} } : null
  })
  const [met, setMet] = useState(() => {
    // A form that begins anew has nothing to choose, whatever an earlier one left behind.
    if (!modified) unsettled.delete(entry)
    return unsettled.get(entry) ?? null
  })
  const [state, setState] = useState<KeptEdit['state']>('saved')

  function hold(held: Edits) {
    edits.current = held
    const at = new Date().toISOString()
    setState(keep(user, entry, { at, ...held }) ? 'kept' : 'full')
  }
  function show(next: Met | null) {
    if (next) unsettled.set(entry, next)
    else unsettled.delete(entry)
    setMet(next)
  }
  /** Puts edits on top of what is stored now. */
  function meet({ base, mine, links, isOwn = false }: Edits, now: Values) {
    const stored = linksOf(entry)
    const [before, after] = commonLinks(links, stored)
    const theirs = withLinks(now, after)
    const merged = merge(withLinks(base, before), withLinks(mine, before), theirs)
    // What only this person changed stays as the form has it, with its order.
    const isMine = (field: string) => same(theirs[field], withLinks(base, before)[field])
    const back = withoutLinks(merged.values, after)
    const own = Object.entries(mine).filter(([field]) => field in after && isMine(field))
    const next = { ...back, ...Object.fromEntries(own) }
    hold({ base: now, mine: next, links: stored })
    setValues(next)
    if (!isOwn && (merged.conflicts.length > 0 || merged.taken.length > 0)) {
      // Fields and links come in one after the other: what was to be chosen then is to be chosen still.
      const shown = unsettled.get(entry)?.conflicts ?? []
      const conflicts = [...new Set([...shown, ...merged.conflicts])]
      show({ ...merged, conflicts, theirs, stored: after })
    }
  }
  /** Whether the entry is stored as it was when the writing began, links included. */
  function isAsBegun({ base, links }: Edits) {
    const [before, after] = commonLinks(links, linksOf(entry))
    return same(withLinks(initialValues, after), withLinks(base, before))
  }

  /** Takes note of what became of a saving; what was written since is still to be saved. */
  function endSending(tried: Edits) {
    sent.current = null
    const last = takeSent(entry)
    if (last?.outcome === 'saved') {
      const base = asSent(tried.mine, last)
      const { mine, links } = tried
      const since = same(base, mine) ? null : { base, mine, links, isOwn: true }
      edits.current = since
      const { created } = last
      if (since && created && created !== entry) brought.set(created, { ...since, links: {} })
    }
    return last?.outcome
  }

  useEffect(() => {
    if (disabled || kept) return
    if (isSubmitting) {
      const begun = sent.current ?? { base: initialValues, links: linksOf(entry), mine: values }
      // The last word of a field arrives when it loses the focus, after the sending has begun. An entry that
      // is read anew meanwhile stands in the form in place of what was written.
      const mine = same(initialValues, begun.base)
        ? values
        : { ...begun.mine, ...fieldsOf(values, changedFields(initialValues, values)) }
      sent.current = { ...begun, mine }
      return
    }
    const fresh = brought.get(entry)
    if (brought.delete(entry) && fresh) {
      const { base, mine, links } = fresh
      const stored = { base: { ...initialValues, ...base }, mine: { ...initialValues, ...mine } }
      return meet({ ...stored, links, isOwn: true }, initialValues)
    }
    const tried = sent.current
    const outcome = tried && endSending(tried)
    if (outcome === 'saved' && edits.current) {
      const { base, mine } = edits.current
      // Strapi's form drops what was written since, or takes it for saved, too.
      const isTakenForSaved = same(initialValues, mine)
      if (isTakenForSaved) resetForm(base)
      return meet(edits.current, isTakenForSaved ? base : initialValues)
    }
    const isPutBack = tried && (!isAsBegun(tried) || !same(values, tried.mine))
    if (outcome === 'refused' && isPutBack) {
      // Strapi's form takes what it sent for saved, whatever the answer, then reads the entry anew.
      if (!same(initialValues, tried.mine)) return meet(tried, initialValues)
      resetForm(tried.base)
      setValues(tried.mine)
      return
    }
    const writing = edits.current
    if (writing && !isAsBegun(writing)) {
      if (!same(initialValues, writing.mine)) return meet(writing, initialValues)
      edits.current = null
    }
    if (modified && !same(values, initialValues))
      hold({ base: initialValues, mine: values, links: linksOf(entry) })
    else setState('saved')
  }, [values, initialValues, modified, disabled, isSubmitting, kept, linked])

  // The page of a new entry gives way to the entry's own as soon as it is stored.
  useEffect(
    () => () => {
      if (sent.current) endSending(sent.current)
    },
    [],
  )

  return {
    offer: kept && { at: kept.at, fields: changedFields(kept.base, kept.mine) },
    accept() {
      if (kept) meet(kept, initialValues)
      setKept(null)
    },
    decline() {
      forget(entry)
      setKept(null)
    },
    met,
    settle(chosen) {
      show(null)
      const form = met ? withoutLinks(chosen, met.stored) : chosen
      if (Object.keys(form).length > 0) setValues({ ...values, ...form })
    },
    state,
  }
}
