import { errors } from '@strapi/utils'
import type { Core } from '@strapi/strapi'
import { readerOf } from './guard-deletion.ts'
import { usesOfFile } from './uses.ts'
import { changeFirst, refusalOf } from './refusal.ts'

type File = { id: number; name?: string }
type Folder = { path: string }
type UploadService = { remove(file: File): Promise<unknown> }
type ManyService = { deleteByIds(ids: number[]): Promise<unknown> }
type Services = { extend<T>(uid: string, change: (service: T) => T): void }

const files = 'plugin::upload.file'
const folders = 'plugin::upload.folder'

async function refuseUsed(strapi: Core.Strapi, { id, name = '' }: File): Promise<void> {
  const uses = await usesOfFile(strapi, id, readerOf(strapi))
  if (uses.length > 0) {
    throw new errors.ApplicationError(refusalOf(`文件“${name}”`, uses, changeFirst), { uses })
  }
}

async function filesInside(strapi: Core.Strapi, ids: number[]): Promise<File[]> {
  const found: Folder[] = await strapi.db.query(folders).findMany({ where: { id: { $in: ids } } })
  const inside = found.flatMap(({ path }) => [
    { folderPath: path },
    { folderPath: { $startsWith: `${path}/` } },
  ])
  return inside.length > 0 ? strapi.db.query(files).findMany({ where: { $or: inside } }) : []
}

/**
 * Refuses to delete files that something shows or hands out, one by one, several at once, or with the
 * folder that they lie in. All are asked about before the first is deleted.
 */
export function guardFileReferences(strapi: Core.Strapi): void {
  const services = strapi.get('services') as Services
  services.extend<UploadService>('plugin::upload.upload', (service) => ({
    ...service,
    async remove(file) {
      await refuseUsed(strapi, file)
      return service.remove(file)
    },
  }))
  const askBefore = (uid: string, read: (ids: number[]) => Promise<File[]>) =>
    services.extend<ManyService>(uid, (service) => ({
      ...service,
      async deleteByIds(ids) {
        for (const file of await read(ids)) await refuseUsed(strapi, file)
        return service.deleteByIds(ids)
      },
    }))
  askBefore('plugin::upload.file', (ids) =>
    strapi.db.query(files).findMany({ where: { id: { $in: ids } } }),
  )
  askBefore('plugin::upload.folder', (ids) => filesInside(strapi, ids))
}
