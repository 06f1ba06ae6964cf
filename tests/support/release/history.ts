import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { digestOf } from '@portal/content/schema/release/privacy-allowed'
import { signOf, findPersonal } from '@portal/content/privacy/find'
import { noticeText, numbersFrom } from '../../bench/scale/texts.ts'
import { root } from '../machine/installation.ts'

/** One publication, as the desk writes it into the content folder. */
export type Publication =
  | { kind: 'publish' | 'correct' | 'withdraw' | 'rename' | 'backdate' | 'let-pass'; which: number }
  | { kind: 'essay' | 'exchange-cover' | 'settings' | 'topic' | 'synonyms' | 'nothing' }

const which = fc.nat(1000)
const some = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds)

/** A publication of any kind, the common ones more often. */
export const publication: fc.Arbitrary<Publication> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: some('publish', 'correct', 'withdraw'), which }) },
  { weight: 2, arbitrary: fc.record({ kind: some('rename', 'backdate', 'let-pass'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: some('essay', 'exchange-cover', 'settings', 'topic', 'synonyms', 'nothing'),
    }),
  },
)

const lists = { topics: ['labour', 'housing', 'environment'], regions: ['x'], units: ['y'] }
const cover = 'media/essay-the-third-grid-notebook.jpg'
const phone = '13912345678'

/** A small content folder that changes by publications. */
export async function openHistory(folder: string, notices: number) {
  const slugs: string[] = []
  let count = 0
  const path = (slug: string) => join(folder, 'notices', `${slug}.md`)
  const json = (name: string) => join(folder, `${name}.json`)
  const change = async <T>(name: string, edit: (value: T) => T, absent = '[]') => {
    const text = await readFile(json(name), 'utf8').catch(() => absent)
    await writeFile(json(name), JSON.stringify(edit(JSON.parse(text) as T)))
  }
  const edit = async (slug: string, by: (text: string) => string) =>
    writeFile(path(slug), by(await readFile(path(slug), 'utf8')))
  const publish = async (nth = count) => {
    const { text } = noticeText(nth, 400, lists)
    const slug = `n-${(count += 1)}`
    await writeFile(path(slug), text)
    slugs.push(slug)
  }
  const paint = async (turn: number) => {
    const number = numbersFrom(turn)
    const background = { r: number() * 255, g: number() * 255, b: number() * 255 }
    const picture = sharp({ create: { width: 500, height: 320, channels: 3, background } }).jpeg()
    await writeFile(join(folder, cover), await picture.toBuffer())
  }

  await mkdir(join(folder, 'notices'), { recursive: true })
  await mkdir(join(folder, 'media'))
  const copied = 'settings topics regions departments reception synonyms pages workdays'
  for (const name of copied.split(' ')) await cp(join(root, 'content', `${name}.json`), json(name))
  const essay = 'essays/the-third-grid-notebook.md'
  await cp(join(root, 'content', essay), join(folder, essay))
  await paint(0)
  while (count < notices) await publish(count * 10)

  let turn = 0
  return async (publication: Publication): Promise<void> => {
    turn += 1
    const nth = 'which' in publication ? publication.which % slugs.length : 0
    const slug = slugs[nth] ?? ''
    switch (publication.kind) {
      case 'publish':
        return publish(390 + turn)
      case 'backdate':
        return publish(publication.which % 400)
      case 'correct':
        return edit(slug, (text) => text.replace(/^title: /m, `title: 更正${turn}`))
      case 'withdraw':
        await rm(path(slug))
        slugs.splice(nth, 1)
        return change<object[]>('withdrawn', (gone) => [
          ...gone,
          { path: `/notices/${slug}/`, title: `撤下${turn}`, at: '2026-11-01T09:00:00+08:00' },
        ])
      case 'rename': {
        const named = `${slug}-r${turn}`
        await rename(path(slug), path(named))
        slugs[nth] = named
        return change<object[]>('redirects', (all) => [
          ...all,
          { from: `/notices/${slug}/`, to: `/notices/${named}/` },
        ])
      }
      case 'let-pass': {
        await edit(slug, (text) => `${text}\n\n请拨打${phone}。\n`)
        const [hit] = findPersonal(phone)
        const sign = hit ? signOf(phone, hit) : ''
        return change<object[]>('privacy-allowed', (all) => [
          ...all,
          { path: `/notices/${slug}/`, digest: digestOf(sign) },
        ])
      }
      case 'essay':
        await cp(join(folder, essay), join(folder, 'essays', `e-${turn}.md`))
        return undefined
      case 'exchange-cover':
        return paint(turn)
      case 'settings':
        return change<object>('settings', (all) => ({ ...all, description: `说明${turn}` }))
      case 'topic':
        return change<{ name: string }[]>('topics', ([first, ...rest]) =>
          first ? [{ ...first, name: `领域${turn}` }, ...rest] : rest,
        )
      case 'synonyms':
        return change<object[]>('synonyms', (all) => [
          ...all,
          { words: [`甲词${turn}`, `乙词${turn}`] },
        ])
      case 'nothing':
        return undefined
    }
  }
}
