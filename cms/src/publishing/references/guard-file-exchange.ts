import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { readerOf } from './guard-deletion.ts'
import { usesOfFile } from './uses.ts'
import { listUses } from './refusal.ts'
import { isWorkflowType } from '../../contracts/content-types.ts'
import { findWorkflow } from '../workflow/workflow-store.ts'
import { actorOf } from '../workflow/rights.ts'
import type { Staff } from '../../strapi/staff.ts'
import type { EntryKey } from '../editions/entry.ts'

type FileUse = { __type: string; documentId?: string; publishedAt?: string | null }
type RequestState = { user?: Staff; userAbility?: { can(action: string): boolean } }
type FileInfo = { name?: unknown; alternativeText?: unknown; caption?: unknown }
type UploadService = {
  replace(id: number, ...rest: unknown[]): Promise<unknown>
  remove(file: { id: number }): Promise<unknown>
  updateFileInfo(id: number, info: FileInfo, ...rest: unknown[]): Promise<unknown>
}

const pending = ['submitted', 'approved', 'scheduled']

async function usesOf(strapi: Core.Strapi, id: number): Promise<FileUse[]> {
  const file = await strapi.db
    .query('plugin::upload.file')
    .findOne({ where: { id }, populate: { related: true } })
  return ((file?.related ?? []) as (FileUse | null)[]).filter((use) => use !== null)
}

/** A part of an entry does not tell whose it is: it counts as seen by citizens. */
function isSeen({ __type, publishedAt }: FileUse): boolean {
  return isWorkflowType(__type) ? Boolean(publishedAt) : true
}

async function isPending(strapi: Core.Strapi, { __type, documentId }: FileUse): Promise<boolean> {
  if (!isWorkflowType(__type) || !documentId) return false
  const workflow = await findWorkflow(strapi, { uid: __type as EntryKey['uid'], documentId })
  return workflow !== undefined && pending.includes(workflow.state)
}

async function refuseExchange(strapi: Core.Strapi, id: number): Promise<void> {
  const uses = await usesOf(strapi, id)
  const bound = await Promise.all(uses.map(async (use) => isSeen(use) || isPending(strapi, use)))
  if (!bound.includes(true)) return
  const list = listUses(await usesOfFile(strapi, id, readerOf(strapi)))
  throw new errors.PolicyError(
    `这个文件已用在网站上或正在审核的内容里，不能替换或删除：${list}。请另传一个新文件，在草稿里换上，再提交审核。`,
  )
}

async function refuseRewording(
  strapi: Core.Strapi,
  id: number,
  state: RequestState,
): Promise<void> {
  const { user, userAbility } = state
  const can = (permission: string) => userAbility?.can(permission) ?? false
  if (!user || actorOf(user, can).rights.publish) return
  if (!(await usesOf(strapi, id)).some(isSeen)) return
  throw new errors.PolicyError('这个文件已用在网站上，它的名称和替代文字由发布管理人员修改。')
}

/**
 * Guards the files that citizens see, or that await a decision: their bytes are not exchanged under an
 * address that was approved. Without this, whoever may upload could change a page past the workflow,
 * since a replaced file keeps its address and its entry does not change.
 */
export function guardFiles(strapi: Core.Strapi): void {
  const services = strapi.get('services') as {
    extend(uid: string, change: (service: UploadService) => UploadService): void
  }
  const state = () => strapi.requestContext.get()?.state as RequestState | undefined
  services.extend('plugin::upload.upload', (service) => ({
    ...service,
    async replace(id, ...rest) {
      if (state()?.user) await refuseExchange(strapi, id)
      return service.replace(id, ...rest)
    },
    async remove(file) {
      if (state()?.user) await refuseExchange(strapi, file.id)
      return service.remove(file)
    },
    async updateFileInfo(id, info, ...rest) {
      const words = [info.name, info.alternativeText, info.caption]
      const signedIn = state()
      if (signedIn && words.some((word) => word !== undefined)) {
        await refuseRewording(strapi, id, signedIn)
      }
      return service.updateFileInfo(id, info, ...rest)
    },
  }))
}
