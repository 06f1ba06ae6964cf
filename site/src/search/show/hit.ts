import type { Excerpt, Hit } from '../ask/excerpts.ts'
import type { Stretch } from '../text/marks.ts'
import { escapeHtml } from '../../text/escape-html.ts'
import { longDay } from '@portal/content/calendar/wording'
import { playerClock } from '../../time/duration.ts'

/** So many further places on the same page are named. */
const mostFurther = 4
/** So many words are marked on the page that is opened. */
const mostWords = 6

function marked(stretches: Stretch[]): string {
  return stretches
    .map(({ text, marked }) => (marked ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('')
}

/** What the page is to mark: the words that are marked here, a few of them. */
function wordsOf(title: Stretch[], passage: Excerpt | undefined): string[] {
  const here = [...(passage?.heading ?? []), ...(passage?.excerpt ?? [])]
  const shown = here.some(({ marked }) => marked) ? here : title
  const words = shown.filter(({ marked }) => marked).map(({ text }) => text)
  return [...new Set(words)].slice(0, mostWords)
}

/** The address of a passage: the page, told what to mark, at the heading or the second. */
function addressOf(base: string, path: string, passage: Excerpt | undefined, words: string[]) {
  const given = new URLSearchParams(words.map((word) => ['mark', word]))
  if (passage?.seconds !== undefined) given.set('t', String(passage.seconds))
  const anchor = passage?.seconds !== undefined ? '#player' : passage?.id ? `#${passage.id}` : ''
  const query = String(given)
  return escapeHtml(`${base}${path}${query && `?${query}`}${anchor}`)
}

function placeHtml({ heading, seconds }: Excerpt): string {
  return seconds === undefined ? marked(heading) : `从 ${playerClock(seconds)} 播放`
}

/** One hit: a link to its best passage, what stands there, what the page is, and where else to look. */
export function hitHtml(
  { path, date, facets, title, excerpts }: Hit,
  base: string,
  role = 'data-result',
): string {
  const [best, ...others] = excerpts
  const { kind, topic, outcome, unit } = facets
  const place = best ? placeHtml(best) : ''
  const facts = [kind, topic, outcome, unit].flatMap((fact) =>
    fact === undefined ? [] : [`<span>${escapeHtml(fact)}</span>`],
  )
  if (date) facts.push(`<time datetime="${date}">${longDay(date)}</time>`)
  const further = others
    .filter((passage) => placeHtml(passage))
    .slice(0, mostFurther)
    .map(
      (passage) =>
        `<a href="${addressOf(base, path, passage, wordsOf(title, passage))}">${placeHtml(passage)}</a>`,
    )
  return (
    `<li ${role}><h2 class="entry-title">` +
    `<a href="${addressOf(base, path, best, wordsOf(title, best))}">${marked(title)}` +
    `${place && ` <span class="result-place">${place}</span>`}</a></h2>` +
    `<p class="entry-summary">${marked(best?.excerpt ?? [])}</p>` +
    `<p class="entry-facts">${facts.join('')}</p>` +
    `${further.length > 0 ? `<p class="result-further">同页还有：${further.join('')}</p>` : ''}</li>`
  )
}
