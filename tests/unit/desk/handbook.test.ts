import assert from 'node:assert/strict'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { books, handbookPicture, type BookName } from '@portal/content/schema/handbook'
import sharp from 'sharp'
import { readHandbooks } from '../../../cms/src/handbook/read-handbook.ts'
import { root } from '../../support/machine/installation.ts'
import { deskWords, saysOnScreen } from '../../support/desk/screen-words.ts'

const folder = join(root, 'content', 'handbook')
const names = Object.keys(books) as BookName[]
const files = names.flatMap((book) => books[book].chapters.map((id) => `${book}/${id}.md`))
const read = (file: string) => readFile(join(folder, file), 'utf8')
const picturesIn = (text: string) => [...text.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)]

describe('the handbooks', () => {
  it('are read whole, each chapter with its head', async () => {
    const shown = await readHandbooks(folder)
    assert.deepEqual(
      shown.map(({ id, chapters }) => [id, chapters.map((each) => each.id)]),
      names.map((id) => [id, [...books[id].chapters]]),
    )
  })

  it('have no file that no book names', async () => {
    const found = await readdir(folder, { recursive: true })
    assert.deepEqual(found.filter((name) => name.endsWith('.md')).sort(), [...files].sort())
  })

  it('name what is on the screen as it is named there', async () => {
    const words = await deskWords()
    const wrong: string[] = []
    for (const file of files) {
      const text = await read(file)
      for (const [, name = ''] of text.matchAll(/「([^」]+)」/g)) {
        if (!saysOnScreen(words, name)) wrong.push(`${file}: 「${name}」`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  it('find a name that is on no screen', async () => {
    const words = await deskWords()
    for (const name of ['提交审批', '确认转办', '按此继续', '公布到官网']) {
      assert.equal(saysOnScreen(words, name), false, name)
    }
    for (const name of ['提交审核', '确认转送', '立即发布', '邀请新用户']) {
      assert.equal(saysOnScreen(words, name), true, name)
    }
  })

  it('show pictures that are there, small, of a desk or of a telephone, each with its words', async () => {
    const used = new Set<string>()
    for (const file of files) {
      for (const [, words = '', address = ''] of picturesIn(await read(file))) {
        const name = handbookPicture.exec(address)?.[1]
        assert.ok(name, `${file}: ${address}`)
        assert.ok(words.length >= 4, `${file}: ${address} says nothing`)
        used.add(`${name}.webp`)
        const picture = join(folder, 'pictures', `${name}.webp`)
        const { size } = await stat(picture)
        assert.ok(size <= 60 * 1024, `${name}: ${size} bytes`)
        const { width = 0, format } = await sharp(picture).metadata()
        assert.equal(format, 'webp')
        assert.ok(width <= 1280, `${name}: ${width} wide`)
      }
    }
    const there = (await readdir(join(folder, 'pictures'))).sort()
    assert.deepEqual(there, [...used].sort())
  })

  it('are led to from the pages that they are about', async () => {
    const admin = join(root, 'cms', 'src', 'admin')
    const sources = (await readdir(admin, { recursive: true })).filter((name) =>
      name.endsWith('.tsx'),
    )
    const code = (
      await Promise.all(sources.map((name) => readFile(join(admin, name), 'utf8')))
    ).join('')
    const led = new Set(
      [...code.matchAll(/(?:help|chapter)="([a-z-]+)"|: '([a-z-]+)',/g)].map(
        ([, one, other]) => one ?? other,
      ),
    )
    const chapters = [...books.publicity.chapters, ...books.officials.chapters]
    for (const chapter of chapters) assert.ok(led.has(chapter), `nothing leads to ${chapter}`)
  })
})

describe('the articles that the handbooks name', () => {
  it('are those of the Regulations that say so', async () => {
    // What each article is about, in words that must stand near its number.
    const about: Record<string, RegExp> = {
      二十: /代表/,
      二十二: /登记|转送/,
      二十三: /受理|异议/,
      三十: /检举控告/,
      三十二: /诉求|四段/,
      三十四: /60 日|办结|延/,
      三十五: /复查/,
      三十六: /复核/,
      四十: /督办|拖/,
      四十六: /检举控告/,
    }
    for (const file of files) {
      for (const line of (await read(file)).split('\n')) {
        for (const [, number = ''] of line.matchAll(/第([一二三四五六七八九十]+)条/g)) {
          assert.ok(about[number], `${file}: 第${number}条 is not among those that are known`)
          assert.match(line, about[number], `${file}: 第${number}条`)
        }
      }
    }
  })
})
