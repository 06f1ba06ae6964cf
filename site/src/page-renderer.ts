import { createApp } from 'astro/app/entrypoint'
import type { RenderPage } from './page-locals.ts'

// Whole pages only: what breaks in the middle of a stream would have been sent by half.
const app = createApp({ streaming: false })
// A fault's message may quote what was typed; whoever renders logs it without.
app.logger.options.level = 'silent'
app.renderError = (_request, { error, status }) =>
  Promise.reject(error ?? new Error(`a page answers ${status}`))

/** What a release gives the server: the pages that are rendered on demand. */
export const render: RenderPage = async (request, locals) => {
  const routeData = app.match(request)
  return routeData ? app.render(request, { routeData, locals }) : null
}
