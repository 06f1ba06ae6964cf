import { longDay } from '../time/format.ts'
import { passages, pieces, type Passage, type Stretch } from './excerpt.ts'
import type { PagefindPage } from './pagefind.ts'
import type { Phrase } from './query.ts'
import { joined } from './tokenise.ts'

/** The heading that stands for the page as a whole in the index. */
const wholePage = 'main'
const mostFurther = 4

/** Makes an element. Children that are strings become text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/** Puts nodes in the place of whatever an element holds. */
export function fill(parent: Element, children: (Node | string)[]): void {
  parent.textContent = ''
  parent.append(...children)
}

function words(text: string): string {
  return joined(pieces(text))
}

function marked(stretches: Stretch[]): (Node | string)[] {
  return stretches.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}

function addressOf(page: PagefindPage, { anchor }: Passage): string {
  return anchor && anchor.id !== wholePage ? `${page.url}#${anchor.id}` : page.url
}

function headingOf({ anchor }: Passage): string {
  return anchor && anchor.id !== wholePage ? words(anchor.text) : ''
}

/** One hit as it is shown: a link to the best passage, what stands there, and where else to look. */
export function resultItem(page: PagefindPage, phrases: Phrase[]): HTMLLIElement {
  const whole: Passage = { anchor: undefined, excerpt: [] }
  const [best = whole, ...others] = passages(page.content, page.anchors, phrases)
  const { title = '', kind = '', date, topic, outcome } = page.meta
  const heading = headingOf(best)

  const link = element('a', { href: addressOf(page, best) }, words(title))
  if (heading) link.append(' ', element('span', { class: 'result-place' }, heading))
  const item = element(
    'li',
    { 'data-result': '' },
    element('h2', { class: 'entry-title' }, link),
    element('p', { class: 'entry-summary' }, ...marked(best.excerpt)),
  )

  const facts = [kind, topic, outcome].filter((fact) => fact !== undefined)
  const line = element('p', { class: 'entry-facts' }, ...facts.map((f) => element('span', {}, f)))
  if (date) line.append(element('time', { datetime: date }, longDay(date)))
  item.append(line)

  const further = others.filter((passage) => headingOf(passage))
  if (further.length > 0) {
    const links = further
      .slice(0, mostFurther)
      .map((passage) => element('a', { href: addressOf(page, passage) }, headingOf(passage)))
    const rest = further.length - links.length
    item.append(
      element(
        'p',
        { class: 'result-further' },
        '同页还有：',
        ...links,
        ...(rest > 0 ? [`等 ${further.length} 处`] : []),
      ),
    )
  }
  return item
}
