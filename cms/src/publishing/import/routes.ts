import type { Core } from '@strapi/strapi'
import { takeLaw } from './take-law.ts'
import { takeWord } from './take-word.ts'
import { addDeskRoutes, type DeskContext } from '../../strapi/desk-routes.ts'
import { contentType } from '../../contracts/content-types.ts'

function fileOf(context: DeskContext) {
  const file = context.request.files?.file
  return Array.isArray(file) ? file[0] : file
}

const none = '没有收到文件：请重新选择。'

/** `POST /desk/writing/word`: a .docx as Markdown; saves nothing, and its pictures wait for the text to be saved. */
async function postWord(strapi: Core.Strapi, context: DeskContext) {
  const file = fileOf(context)
  if (!file) return context.badRequest(none)
  if (!/\.docx$/i.test(file.originalFilename ?? '')) {
    return context.badRequest('只能导入 .docx：请在 Word 里打开，另存为 .docx 再导入。')
  }
  const taken = await takeWord(strapi, file.filepath, context.state.user)
  if (!taken.ok) return context.badRequest(taken.error)
  const { title, summary, markdown, notes } = taken
  context.body = { title, summary, markdown, notes }
}

/** `POST /desk/writing/regulations`: an official text as a draft. */
async function postLaw(strapi: Core.Strapi, context: DeskContext) {
  const file = fileOf(context)
  if (!file) return context.badRequest(none)
  const taken = await takeLaw(strapi, file.filepath, file.originalFilename ?? '')
  if (!taken.ok) {
    const place =
      taken.line === null || /第 \d+ [行段]/.test(taken.error) ? '' : `第 ${taken.line} 行：`
    return context.badRequest(`没有导入。${place}${taken.error}`)
  }
  const { documentId, title, chapters, articles, notes } = taken
  context.body = { documentId, title, chapters, articles, notes }
}

/** Adds the routes by which documents of the writer's own disk come in. */
export function addWritingRoutes(strapi: Core.Strapi): void {
  addDeskRoutes(strapi, '/desk/writing', [
    {
      method: 'POST',
      path: '/word',
      permission: 'plugin::upload.assets.create',
      handler: (context) => postWord(strapi, context),
    },
    {
      method: 'POST',
      path: '/regulations',
      permission: ['plugin::content-manager.explorer.update', contentType.regulation],
      handler: (context) => postLaw(strapi, context),
    },
  ])
}
