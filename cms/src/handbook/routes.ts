import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BookName } from '@portal/content/schema/handbook'
import type { Core } from '@strapi/strapi'
import { casePermissions, editionPermissions, managesAccounts } from '../contracts/permissions.ts'
import { handbookFolder } from '../environment.ts'
import { addDeskRoutes, type DeskContext } from '../strapi/desk-routes.ts'
import type { ListedBook, ShownBook } from '../contracts/handbook.ts'
import { readHandbooks } from './read-handbook.ts'

/** Whose work each book is about. */
const readers: Record<BookName, string[]> = {
  publicity: [editionPermissions.write],
  cases: [casePermissions.handle],
  officials: [casePermissions.lead, casePermissions.audit],
  administrator: [managesAccounts],
}

let read: Promise<ShownBook[]> | undefined

/** They change with the program only: read once. One that could not be read is tried again. */
function handbooks(): Promise<ShownBook[]> {
  read ??= readHandbooks(handbookFolder).catch((error: unknown) => {
    read = undefined
    throw error
  })
  return read
}

async function listBooks(context: DeskContext): Promise<void> {
  const { userAbility } = context.state
  const list: ListedBook[] = (await handbooks()).map(({ id, name, chapters }) => ({
    id,
    name,
    mine: readers[id].some((action) => userAbility.can(action)),
    chapters: chapters.map(({ id, title, summary }) => ({ id, title, summary })),
  }))
  context.body = list
}

async function showBook(context: DeskContext): Promise<unknown> {
  const book = (await handbooks()).find(({ id }) => id === context.params.id)
  if (!book) return context.notFound('没有这本手册')
  context.body = book
  return undefined
}

async function showPicture(context: DeskContext): Promise<unknown> {
  const { id } = context.params
  const file = join(handbookFolder, 'pictures', `${id}.webp`)
  const found = /^[a-z0-9-]+$/.test(id) && (await stat(file).catch(() => undefined))
  if (!found) return context.notFound('没有这张图')
  context.type = 'image/webp'
  context.length = found.size
  context.body = createReadStream(file)
  return undefined
}

/** Adds `GET /desk/handbook`, what handbooks there are, each of them, and their pictures, for all who are signed in. */
export function addHandbookRoutes(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/handbook', [
    { method: 'GET', path: '/', handler: listBooks },
    { method: 'GET', path: '/:id', handler: showBook },
    { method: 'GET', path: '/pictures/:id', handler: showPicture },
  ])
}
