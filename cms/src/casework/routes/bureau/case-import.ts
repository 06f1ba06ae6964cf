import { readFile, stat } from 'node:fs/promises'
import { line } from '@portal/content/characters/typed-text'
import { cleanName } from '@portal/content/attachments/name'
import { csv } from '@portal/content/export/csv'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import {
  largestImport,
  type CaseImport,
  type CaseImports,
  type CheckedImport,
  type ImportReport,
} from '../../../contracts/cases/case-import.ts'
import { casePermissions } from '../../../contracts/permissions.ts'
import type { DeskContext } from '../../../strapi/desk-routes.ts'
import type { Staff } from '../../../strapi/staff.ts'
import { staffActor } from '../../events/staff-actor.ts'
import { checkImport } from '../../import/check-import.ts'
import * as files from '../../import/import-files.ts'
import { readIncoming, readMapping, type ReadIncoming } from '../../import/read-incoming.ts'
import { isRunning, startImport } from '../../import/run-import.ts'
import { addBureauRoute } from '../case-route.ts'

const usualSource = '国家信访信息系统'
const question = z.object({
  source: z.string().max(1000),
  mapping: z.array(z.string().max(50)).max(500),
})
const gone = '没有这次导入，或者文件已经删去：请重新选择文件。'

/** An import as its page shows it; one that nobody works at was broken off. */
function shown({ sealed: _, ...kept }: files.KeptImport): CaseImport {
  const isBroken = kept.state === 'running' && !isRunning(kept.id)
  const fault = '导入中断了，已经导入的都是完整的：请点“继续导入”。'
  return isBroken ? { ...kept, state: 'stopped', fault } : kept
}

async function answerChecked(
  strapi: Core.Strapi,
  context: DeskContext,
  kept: files.KeptImport,
  read: Extract<ReadIncoming, { ok: true }>,
): Promise<void> {
  const check = await checkImport(strapi, read.incoming, kept.source)
  const answer: CheckedImport = { ...shown(kept), check }
  context.body = answer
}

/** `POST /desk/cases/imports`: takes a file and tells what it comes to; no case is written. */
async function postFile(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const file = [context.request.files?.file ?? []].flat()[0]
  if (!file) return context.badRequest('没有收到文件：请重新选择。')
  const { size } = await stat(file.filepath)
  if (size > largestImport) {
    return context.badRequest(`文件超过 ${largestImport / 1024 / 1024} MB：请分成几个文件。`)
  }
  const bytes = await readFile(file.filepath)
  const read = readIncoming(bytes, null)
  if (!read.ok) return context.badRequest(read.reason)
  const { kind, written, source, header, mapping, rows } = read.incoming
  const kept = await files.keepImport(bytes, {
    ...{ kind, written, header, mapping },
    file: cleanName(file.originalFilename ?? ''),
    source: source || usualSource,
    total: rows.length,
    state: 'checked',
    by: staffActor(account).name,
    startedAt: new Date().toISOString(),
    ...{ done: 0, added: 0, here: 0, faulty: 0, fault: '' },
  })
  await answerChecked(strapi, context, kept, read)
}

/** The import that is asked about with what the clerk says of it now; undefined where that was answered already. */
async function readAsked(context: DeskContext): Promise<files.KeptImport | undefined> {
  const kept = await files.readImport(context.params.id)
  if (!kept) return void context.notFound(gone)
  if (shown(kept).state !== 'checked') return kept
  const asked = question.safeParse(context.request.body).data
  const mapping = asked && readMapping(asked.mapping, kept.header)
  if (!asked || !mapping) {
    return void context.badRequest('每一列只能对应一项，同一项不能选两次：请核对后再试。')
  }
  const source = line(asked.source)
  if (source.length < 2 || source.length > 60) {
    return void context.badRequest('请写明来自哪个系统，2 到 60 个字。')
  }
  return { ...kept, source, mapping }
}

/** `POST …/imports/:id/check`: what the file comes to with other columns. */
async function postCheck(strapi: Core.Strapi, context: DeskContext) {
  const kept = await readAsked(context)
  if (!kept) return
  const bytes = await files.readImportBytes(kept)
  const read = bytes && readIncoming(bytes, kept.mapping)
  if (!read?.ok) return context.conflict(gone)
  await files.saveImport(kept)
  await answerChecked(strapi, context, kept, read)
}

/** `POST …/imports/:id/start`: takes the file in, or goes on where that was broken off. */
async function postStart(strapi: Core.Strapi, context: DeskContext, account: Staff) {
  const kept = await readAsked(context)
  if (!kept) return
  if (kept.state === 'done') return context.conflict('这个文件已经导入完了。')
  const isBegun = await startImport(strapi, kept, staffActor(account))
  if (!isBegun) return context.conflict(gone)
  context.body = shown((await files.readImport(kept.id)) ?? kept)
}

/** `POST …/imports/:id/discard`: erases a file of which nothing was taken in. */
async function postDiscard(context: DeskContext) {
  const kept = await files.readImport(context.params.id)
  if (!kept) return context.notFound(gone)
  if (kept.state !== 'checked') return context.conflict('已经开始导入，不能删去了。')
  await files.eraseImport(kept.id)
  context.body = {}
}

async function getImport(context: DeskContext) {
  const kept = await files.readImport(context.params.id)
  if (!kept) return context.notFound(gone)
  context.body = shown(kept)
}

/** `GET …/imports/:id/report`: what became of each row, as a table. */
async function getReport(context: DeskContext) {
  const kept = await files.readImport(context.params.id)
  if (!kept) return context.notFound(gone)
  const outcomes = await files.readOutcomes(kept.id)
  const cells = outcomes.map(({ row, result, number, column, words }) => [
    ...[row, result, number, column, words],
  ])
  const answer: ImportReport = {
    name: `导入结果 ${kept.file}.csv`,
    content: csv(['行', '结果', '查询编号', '哪一列', '怎么办'], cells),
  }
  context.body = answer
}

/** Adds the routes by which the bureau takes cases of other systems in, by file. */
export function addCaseImportRoutes(strapi: Core.Strapi): void {
  type Handler = (context: DeskContext, account: Staff) => Promise<unknown>
  const add = (method: 'GET' | 'POST', path: string, handler: Handler) =>
    addBureauRoute(strapi, {
      ...{ method, path: `/imports${path}`, handler },
      permission: casePermissions.manage,
    })
  add('POST', '', (context, account) => postFile(strapi, context, account))
  add('GET', '', async (context) => {
    const imports = (await files.listImports(new Date())).slice(0, 20).map(shown)
    context.body = { imports } satisfies CaseImports
  })
  add('GET', '/:id', getImport)
  add('GET', '/:id/report', getReport)
  add('POST', '/:id/check', (context) => postCheck(strapi, context))
  add('POST', '/:id/start', (context, account) => postStart(strapi, context, account))
  add('POST', '/:id/discard', postDiscard)
}
