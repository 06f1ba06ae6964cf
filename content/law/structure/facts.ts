import { anyDigits, hanDigits } from '../../characters/numerals.ts'
import { findDates } from './dates.ts'
import { readLabel } from './label.ts'
import { bare, type Line } from '../source.ts'

const deeds = '通过|公布|发布|施行|实施|修订|修正|批准|印发|生效|执行'
const numeral = `[${anyDigits}${hanDigits}]+`
const documentNumber = new RegExp(
  `\\p{Script=Han}{1,14}(?:令\\s*第?|[〔［[（(]\\d{4}[〕］\\])）]\\s*第?)\\s*${numeral}\\s*号`,
  'gu',
)
const deed = new RegExp(`^[（(].*(?:${deeds})`, 'u')
const numberAlone =
  /^[^。，；]{0,30}(?:(?:院|部|局|会|署|府|席)令|[〔［[（(]\d{4}[〕］\])）])\s*(?:第?\s*\d+\s*号)?$|^第\s*\d+\s*号$/u

/** True for a line that tells who adopted, issued or amended the text, and when. */
export function isFact(line: Line): boolean {
  const { text } = line
  if (line.row || line.depth > 1 || readLabel(text)) return false
  if (deed.test(text) || numberAlone.test(text)) return true
  return /^[（(]?[\d〇○一二]/u.test(text) && findDates(text)[0]?.start === 0
    ? !/[。：]$/u.test(text) && text.length <= 200
    : false
}

function balance(text: string): number {
  return [...text].reduce((sum, c) => sum + ('（('.includes(c) ? 1 : '）)'.includes(c) ? -1 : 0), 0)
}

/**
 * Takes the issuing facts off the lines below the title: up to `factsEnd` where the file marks
 * their end, then every line that tells of adoption or repeats the title.
 */
export function takeFacts(below: Line[], title: string, factsEnd: number | null): [Line[], Line[]] {
  const words = (text: string) => bare(text).replace(/、/gu, '')
  let count = factsEnd === null ? 0 : below.filter((line) => line.line < factsEnd).length
  let open = 0
  let repeats = false
  for (let line = below[count]; line && count < 40; line = below[count]) {
    const shortest: number = repeats ? 1 : 3
    const part: string = words(line.text)
    repeats = part.length >= shortest && words(title).includes(part)
    const plain = line.depth < 2 && !line.row
    if (!(plain && (repeats || isFact(line) || open > 0))) break
    open = Math.max(0, open + balance(line.text))
    count += 1
  }
  return [below.slice(0, count), below.slice(count)]
}

/** A date of the issuing facts and the words that follow it. */
type Event = { day: string; phrase: string }

function events(facts: string[]): Event[] {
  const text = facts.join('\n')
  const dates = findDates(text)
  return dates.map(({ day, end }, index) => ({
    day,
    phrase: text.slice(end, dates[index + 1]?.start).trim(),
  }))
}

const taking = /^(?:起)?\s*(?:正式)?(?:施行|实施|生效|执行)/u
const issuing = /通过|公布|发布|印发|修订|修正|批准/u

const congress = /^(?:第.{1,4}届)?(全国人民代表大会(?:常务委员会)?)第.+?通过/u
const organ = /(?:院|部|局|会|署|政府|委)$/u
const promulgated = new RegExp(
  `^(?:经)?(\\p{Script=Han}[^《》，。；（）()\\d]*?)(?:令|公告)?\\s*(?:第?${numeral}号)?\\s*(?:修订)?(?:公布|发布|印发)`,
  'u',
)
const ordered = new RegExp(`^(\\p{Script=Han}{2,40}?)令\\s*第${numeral}号`, 'u')
const resolved = /^(?:经)?(\p{Script=Han}{2,30}?)(?:\d{4}年)?第\d+次.{0,6}会议.{0,4}通过/u

/** The organs that a title begins with: 最高人民法院、最高人民检察院关于…. */
function organsOf(title: string): string | null {
  const [before = '', ...rest] = title.split(/关于|《/u)
  const names = before.split(/[、\s]+/u).filter(Boolean)
  return rest.length > 0 && names.length > 0 && names.every((name) => organ.test(name))
    ? names.join('、')
    : null
}

function organName(text: string): string {
  const lines = text.split('\n').filter((line) => !line.endsWith('批准'))
  return lines.join('、').replace(/中华人民共和国(?=\p{Script=Han})/gu, '')
}

/** The organ that adopted the text, else the one that its title names, else the one that issued it. */
function findIssuer(title: string, all: Event[], facts: string[]): string {
  const by = (pattern: RegExp) => all.map(({ phrase }) => pattern.exec(phrase)?.[1]).find(Boolean)
  const adopted = by(congress)
  if (adopted) return adopted
  const named = organsOf(title)
  if (named) return organName(named)
  const courts = facts.join('').match(/最高人民(?:法院|检察院)(?=审判委员会|检察委员会|第)/gu)
  if (courts) return [...new Set(courts)].join('、')
  return organName(by(promulgated) ?? by(ordered) ?? by(resolved) ?? '')
}

const entry =
  /本(?:法|条例|规定|办法|细则|规则|解释|决定|批复|章程|准则|安排|规范|方案)\s*[，,]?\s*自\s*(.{0,24}?)\s*起\s*(?:正式)?(?:施行|实施|生效|执行|试行)/u

/** The day of the last adoption, issue or amendment that the facts tell of: the version's own. */
export function versionDay(facts: string[]): string | null {
  const issued = events(facts).filter(({ phrase }) => issuing.test(phrase))
  return (
    issued
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? null
  )
}

/**
 * What the issuing facts and the last articles plainly say; empty or null where they do not.
 * `issuedOn` is the adoption or issue that the effective date belongs to: a later amendment that
 * left the effective date alone is told by the facts themselves.
 */
export function deriveFacts(title: string, facts: string[], closing: string[]) {
  const all = events(facts)
  const issued = all
    .filter(({ phrase }) => issuing.test(phrase) && !taking.test(phrase))
    .map(({ day }) => day)
    .sort()
  const taken = all.filter(({ phrase }) => taking.test(phrase)).map(({ day }) => day)
  const said = closing.map((text) => entry.exec(text)?.[1]).find(Boolean) ?? ''
  const onIssue = /^(?:公布|发布|印发)之日$/u.test(said) && issued.length === 1
  const effectiveOn =
    taken.sort().at(-1) ?? findDates(said)[0]?.day ?? (onIssue ? issued[0] : undefined) ?? null
  const before = issued.filter((day) => effectiveOn === null || day <= effectiveOn)
  const number = bare(facts.join('\n').match(documentNumber)?.at(-1) ?? '')
  return {
    issuer: findIssuer(title, all, facts),
    documentNumber: number.replace(/^.*以/u, ''),
    issuedOn: before.at(-1) ?? issued[0] ?? null,
    effectiveOn,
  }
}
