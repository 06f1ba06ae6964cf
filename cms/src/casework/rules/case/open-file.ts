import type { Opening } from '../../events/event.ts'
import type { CaseFile } from './case-file.ts'

/** A case of which nothing is known but what was filed. */
export function openFile(number: string, at: string, filed: Opening): CaseFile {
  const { title, category, topic, region, request, facts, petitioner, notifyBy } = filed
  return {
    number,
    revision: 0,
    state: 'received',
    title,
    category,
    topic,
    region,
    request,
    facts,
    petitioner,
    notifyBy,
    channel: filed.channel ?? null,
    imported:
      filed.kind === 'imported'
        ? { source: filed.source, externalNumber: filed.externalNumber, at: filed.importedAt }
        : null,
    repeatOf: null,
    statusRecipient: filed.statusRecipient,
    access: filed.access,
    receivedAt: at,
    attachments: filed.attachments,
    laterMessages: [],
    unit: null,
    referrals: [],
    steps: [],
    reply: null,
    opinions: [],
    evaluation: null,
    dissatisfaction: null,
    reminders: [],
    supervisions: [],
    accused: [],
    accusedConfirmed: false,
    settled: [],
    extension: null,
    led: null,
    slot: null,
    replyParts: null,
    proposal: null,
    returned: null,
  }
}
