import { appealLevels } from '@portal/content/schema/petition/appeal'
import type { Attachment } from '@portal/content/schema/petition/attachment'
import { categories } from '@portal/content/schema/petition/category'
import type { Workdays } from '@portal/content/schema/entries/workdays'
import type { DeskFile } from '../../contracts/cases/desk-files.ts'
import { opinionSteps, type OpinionStep } from '../../contracts/papers/opinion.ts'
import type { PetitionText, ProposalWords, ReplyPage } from '../../contracts/papers/reply-page.ts'
import { allowedActions } from '../rules/actions/allowed-actions.ts'
import type { CaseFile, Proposal } from '../rules/case/case-file.ts'
import { applyEvent } from '../rules/case/project-case.ts'
import { assistingOf, leadOf, presentReferrals } from '../rules/case/referral.ts'
import { addressedName } from '../rules/petitioner/petitioner-name.ts'
import { statusOf } from '../rules/petitioner/status.ts'
import type { Party } from '../rules/wall.ts'

const later = { supplement: '补充', withdrawal: '撤回', appeal: '申请' } as const

/** What was written for a case, as whoever replies reads it. */
export function petitionOf(file: CaseFile, party: Party): PetitionText {
  const isLead = party.kind === 'bureau' || !assistingOf(file.referrals, party.unit)
  return {
    request: file.request,
    facts: file.facts,
    petitionerName: addressedName(file.petitioner.petitionerName),
    later: file.laterMessages.map(({ at, kind, level, text }) => ({
      at,
      what: level ? `${later[kind]}${appealLevels[level]}` : later[kind],
      text,
    })),
    advice: presentReferrals(file.referrals).flatMap(({ unit, advice }) =>
      advice && isLead ? [{ unit: unit.name, text: advice }] : [],
    ),
    files: file.attachments.map(({ id, name, bytes, state }) => ({
      id,
      name,
      bytes,
      isKept: state === 'kept',
    })),
  }
}

type Sign = (files: readonly Attachment[]) => DeskFile[]

function wordsOf(
  { step, unit, body, reason, text, parts, files = [], at, writer }: Proposal,
  staffId: number,
  sign: Sign,
): ProposalWords {
  return {
    ...{ step, text, at },
    unit: unit?.name ?? '',
    body: body ?? '',
    reason: reason ?? '',
    parts: parts ?? null,
    files: sign(files),
    writer: writer.name,
    own: writer.id === staffId,
  }
}

/** What the petitioner may do once an opinion goes out now; null where nothing follows. */
function appealAfter(
  file: CaseFile,
  step: OpinionStep | undefined,
  now: Date,
  table: Workdays,
): ReplyPage['appeal'] {
  if (step !== 'reply' && step !== 'review') return null
  const unit = leadOf(file.referrals)?.unit ?? { id: '', name: '' }
  const body =
    step === 'reply'
      ? { kind: 'replied' as const, told: '', unit, text: '' }
      : { kind: 'reviewed' as const, told: '', level: step, body: '', text: '' }
  const actor = { kind: 'system' as const }
  const event = { number: file.number, sequence: 0, at: now.toISOString(), actor, body }
  return statusOf(applyEvent(file, event), table).may.appeal
}

type Given = Pick<
  ReplyPage,
  'units' | 'secondReader' | 'draft' | 'templates' | 'placeholders' | 'office' | 'seen'
>

/**
 * What the reply page shows of a case to one of the staff.
 * @param sign files with the desk's word for them, so that the page can bring them back
 */
export function replyPageOf(
  file: CaseFile,
  party: Party,
  staffId: number,
  given: Given,
  now: Date,
  table: Workdays,
  sign: Sign,
): ReplyPage {
  const allowed = allowedActions(file, party, table, now)
  const steps = opinionSteps.filter((step) => allowed.includes(step))
  const ofBureau = party.kind === 'bureau'
  // What has not gone out is for the bureau and for whoever wrote it, as its events are.
  const isTheirs = ({ unit }: Proposal) =>
    ofBureau || (party.kind === 'unit' && unit !== null && unit.id === party.unit)
  const proposal = file.proposal && isTheirs(file.proposal) ? file.proposal : null
  const returned = file.returned && isTheirs(file.returned.proposal) ? file.returned : null
  return {
    ...given,
    number: file.number,
    title: file.title,
    state: file.state,
    category: categories[file.category].name,
    topic: file.topic,
    region: file.region,
    receivedAt: file.receivedAt,
    petition: petitionOf(file, party),
    steps,
    unit: file.unit ?? '',
    proposal: proposal && wordsOf(proposal, staffId, sign),
    mayRead: ofBureau && proposal !== null && proposal.writer.id !== staffId,
    returned: returned && {
      ...wordsOf(returned.proposal, staffId, sign),
      by: returned.by,
      returnedAt: returned.at,
      remark: returned.remark,
    },
    reply: file.reply && {
      text: file.reply.text,
      parts: file.replyParts,
      files: sign(file.reply.files ?? []),
    },
    appeal: appealAfter(file, proposal?.step ?? steps[0], now, table),
  }
}
