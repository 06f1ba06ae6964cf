import { officeDigests } from '@portal/content/privacy/office-contacts'
import { signOf, type Hit } from '@portal/content/privacy/find'
import { digestOf } from '@portal/content/schema/release/privacy-allowed'
import type { Core } from '@strapi/strapi'
import { listUnits } from '../../casework/record/units.ts'
import type { CaseFile } from '../../casework/rules/case/case-file.ts'
import { contentType } from '../../contracts/content-types.ts'
import { knownWordsOf } from '../../privacy/known-words.ts'
import { officeEntries } from '../gate/check-privacy.ts'
import { personsIn } from './anonymise.ts'
import type { KnownOfCase } from './find-removals.ts'

/** Everything that was written into a case by whoever filed or answered it. */
function textsOf(file: CaseFile): string[] {
  return [
    file.title,
    file.request,
    file.facts,
    ...file.laterMessages.map(({ text }) => text),
    ...file.opinions.map(({ text }) => text),
    file.reply?.text ?? '',
    file.evaluation?.comment ?? '',
    ...file.attachments.map(({ name }) => name),
  ]
}

/** What is known of the people of a case, and which names and numbers are the office's own. */
export async function knownOfCase(strapi: Core.Strapi, file: CaseFile): Promise<KnownOfCase> {
  const words = knownWordsOf(file.petitioner)
  const own = new Set(officeDigests(await officeEntries(strapi)))
  const places: { name: string }[] = await strapi.db
    .query(contentType.region)
    .findMany({ where: { tier: { $ne: '网格' } }, select: ['name'] })
  const offices = [...(await listUnits(strapi)), ...places].map(({ name }) => name)
  return {
    words,
    persons: personsIn(
      textsOf(file),
      words.map(({ word }) => word),
    ),
    offices,
    number: file.number,
    isOffice: (text: string, hit: Hit) => own.has(digestOf(signOf(text, hit))),
  }
}
