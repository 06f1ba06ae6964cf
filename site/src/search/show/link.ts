import { escapeHtml } from '../../text/escape-html.ts'
import { writeState, type State } from './state.ts'

/** A link to the first results of a state, which this page answers itself where it can. */
export function linkTo(state: State, html: string, attributes = ''): string {
  const address = writeState({ ...state, page: 1 })
  return `<a href="${escapeHtml(address)}" data-narrow${attributes}>${html}</a>`
}
