import { basename, extname } from 'node:path'
import type { DeadLink } from '@portal/content/schema/release/dead-link'
import type { ReleaseFault } from '@portal/content/schema/release/release-outcome'
import type { Core } from '@strapi/strapi'
import { fieldOf } from '../gate/check-entry.ts'
import { publications, type Publication } from '../transcribe/publications.ts'
import type { StoredFields } from '../../strapi/stored-fields.ts'
import { uploadNames } from '../transcribe/uploads.ts'
import type { Fault } from '../../contracts/publications/releases.ts'
import { documentsOf } from '../../strapi/documents.ts'
import { labelOf, modelOf, typeName } from '../../strapi/models.ts'

const page = /^([a-z]+)\/([^/]+)\/index\.html$/
const file = /^(?:media|_astro)\/(.+)$/

const unnamed: Fault = {
  text: '生成网站时出错，原因已写入运行记录：请联系系统管理员。',
  uid: null,
  documentId: null,
}

/** What a member of staff calls a place of an entry. */
function placeOf(
  strapi: Core.Strapi,
  { uid, kind }: Publication,
  row: StoredFields | null,
  slug = '',
) {
  const title = row ? `《${String(row.title ?? row.name ?? row.office ?? row.words ?? slug)}》` : ''
  return `${typeName(strapi, uid) || kind}${title}`
}

async function rowWith(strapi: Core.Strapi, { uid, form }: Publication, slug: string | undefined) {
  const documents = documentsOf(strapi, uid)
  if (form === 'single') return documents.findFirst()
  return slug ? documents.findFirst({ filters: { slug } }) : null
}

const faultIn = ({ uid }: Publication, row: StoredFields | null, text: string): Fault => ({
  text,
  uid: row ? uid : null,
  documentId: row ? String(row.documentId) : null,
})

async function faultOfEntry(
  strapi: Core.Strapi,
  { entry, field, problem }: Extract<ReleaseFault, { entry: string }>,
): Promise<Fault> {
  const [kind, slug] = entry.split('/')
  const publication = publications.find((one) => one.kind === kind)
  if (!publication) return { text: `${entry}：${field}：${problem}`, uid: null, documentId: null }
  const row = await rowWith(strapi, publication, slug)
  const label = labelOf(modelOf(strapi, publication.uid)?.attributes, fieldOf({ field, problem }))
  return faultIn(
    publication,
    row,
    `${placeOf(strapi, publication, row, slug)}的“${label}”：${problem}`,
  )
}

/** The published entries that show or hand out a file. Pictures of pages have a sign of their own after the name. */
async function usersOf(strapi: Core.Strapi, name: string): Promise<[Publication, StoredFields][]> {
  const plain = (one: string) => basename(one, extname(one))
  const wanted = plain(name).replace(/\.[^.]*$/, '')
  const found: [Publication, StoredFields][] = []
  for (const publication of publications) {
    const { uid, populate } = publication
    const rows = (await documentsOf(strapi, uid).findMany({
      populate,
      status: 'published',
      limit: -1,
    })) as StoredFields | StoredFields[] | null
    for (const row of [rows].flat().filter((one) => one !== null)) {
      if (uploadNames(row).some((own) => plain(own) === wanted)) found.push([publication, row])
    }
  }
  return found
}

async function faultsOfFile(strapi: Core.Strapi, path: string, problem: string): Promise<Fault[]> {
  const [, kind, slug] = page.exec(path) ?? []
  const publication = publications.find((one) => one.kind === kind)
  const row = publication && slug ? await rowWith(strapi, publication, slug) : null
  if (publication && row) {
    return [faultIn(publication, row, `${placeOf(strapi, publication, row)}：${problem}`)]
  }
  const [, name] = file.exec(path) ?? []
  const users = name ? await usersOf(strapi, name) : []
  return users.map(([user, using]) =>
    faultIn(user, using, `${placeOf(strapi, user, using)}用到的文件 ${name}：${problem}`),
  )
}

/**
 * What keeps a release from being made, fault by fault, with the entry that is to be mended. Lists, feeds
 * and the index repeat what entries say, and are named only where no entry is.
 * @param faults as the snapshot or the release command names them; none where the machine is at fault
 */
export async function explainFaults(
  strapi: Core.Strapi,
  faults: readonly ReleaseFault[],
): Promise<Fault[]> {
  const named: Fault[] = []
  const repeated: Fault[] = []
  for (const fault of faults) {
    if ('entry' in fault) {
      named.push(await faultOfEntry(strapi, fault))
      continue
    }
    const { file: path, problem } = fault
    const ofEntries = await faultsOfFile(strapi, path, problem)
    named.push(...ofEntries)
    if (ofEntries.length > 0) continue
    repeated.push({ text: `网页文件 ${path}：${problem}`, uid: null, documentId: null })
  }
  const told = named.length > 0 ? named : repeated
  const texts = [...new Map(told.map((fault) => [fault.text, fault])).values()]
  return texts.length > 0 ? texts : [unnamed]
}

/** A link of the finished site that leads nowhere, with the entry whose page shows it. */
export async function explainDeadLink(
  strapi: Core.Strapi,
  link: DeadLink,
): Promise<Fault & DeadLink> {
  const path = decoded(link.page)
  const problem = `有打不开的链接 ${decoded(link.to)}`
  const [fault] = await faultsOfFile(strapi, `${path.replace(/^\//, '')}index.html`, problem)
  return {
    ...(fault ?? { text: `网页 ${path} 上${problem}`, uid: null, documentId: null }),
    ...link,
  }
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Faults as lines of text. */
export function linesOf(faults: readonly Fault[]): string {
  return faults.map(({ text }) => text).join('\n')
}
