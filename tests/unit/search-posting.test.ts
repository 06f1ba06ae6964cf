import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bitReader, bitWriter } from '../../site/src/search/index/bits.ts'
import { decodeText, encodeText } from '../../site/src/search/index/charset.ts'
import { earlier, packPosting, unpackPosting } from '../../site/src/search/index/posting.ts'
import { keyOf, openShard, packShard, shardOf } from '../../site/src/search/index/shard.ts'
import { pushVarint, varintReader } from '../../site/src/search/index/varint.ts'
import type { Edge } from '../../site/src/search/tokenise.ts'

const mask = fc.integer({ min: 1, max: 0xffff })
const total = 5000
const posting = fc
  .uniqueArray(fc.tuple(fc.nat({ max: total - 1 }), mask), {
    selector: ([block]) => block,
    maxLength: 300,
    size: 'max',
  })
  .map((pairs) => pairs.sort(([a], [b]) => a - b))
  .map((pairs) => ({
    blocks: Uint32Array.from(pairs, ([block]) => block),
    masks: Uint16Array.from(pairs, ([, places]) => places),
  }))

describe('bits', () => {
  it('are read as they were written, and zeros after them', () => {
    const number = fc
      .integer({ min: 1, max: 31 })
      .chain((count) => fc.record({ count: fc.constant(count), value: fc.nat(2 ** count - 1) }))
    const written = fc.array(fc.oneof(number, fc.record({ value: fc.nat({ max: 300 }) })))
    const writer = bitWriter()
    fc.assert(
      fc.property(written, (all) => {
        for (const each of all) {
          if ('count' in each) writer.number(each.value, each.count)
          else writer.unary(each.value)
        }
        const reader = bitReader(writer.take())
        for (const each of all) {
          const read = 'count' in each ? reader.number(each.count) : reader.unary()
          assert.equal(read, each.value)
        }
        assert.equal(reader.number(31), 0)
        assert.equal(reader.unary(), 0)
      }),
    )
  })
})

describe('varints', () => {
  it('are read as they were written, with bytes between them', () => {
    const value = fc.oneof(fc.nat(), fc.nat({ max: 300 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.uint8Array({ maxLength: 5 }))), (all) => {
        const bytes: number[] = []
        for (const [number, between] of all) {
          pushVarint(bytes, number)
          bytes.push(...between)
        }
        const reader = varintReader(Uint8Array.from(bytes))
        for (const [number, between] of all) {
          assert.equal(reader.varint(), number)
          assert.deepEqual([...reader.take(between.length)], [...between])
        }
        assert.equal(reader.varint(), 0)
      }),
    )
  })
})

describe('postings', () => {
  it('come out of their bytes as they went in; without places any place may be meant', () => {
    fc.assert(
      fc.property(posting, fc.integer({ min: total, max: 500_000 }), (given, blocks) => {
        const count = given.blocks.length
        const placed = unpackPosting(packPosting(given, blocks, true), count, blocks, true)
        assert.deepEqual(placed, given)
        const bare = unpackPosting(packPosting(given, blocks, false), count, blocks, false)
        assert.deepEqual(bare.blocks, given.blocks)
        assert.ok(bare.masks.every((places) => places === 0xffff))
      }),
    )
  })

  it('are turned so that later places meet earlier ones', () => {
    fc.assert(
      fc.property(mask, fc.nat({ max: 500 }), fc.nat({ max: 500 }), (places, one, other) => {
        assert.equal(earlier(earlier(places, one), other), earlier(places, one + other))
      }),
    )
    for (let place = 0; place < 40; place += 1) {
      assert.equal(earlier(1 << (place % 16), place), 1, String(place))
    }
  })
})

const sign = fc.oneof(
  fc.constantFrom('信', '访', 'a', '1', '😀', '𠮷', '，'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => /[^\p{C}]/u.test(one)),
)
const edge = fc.constantFrom<Edge>('none', 'heading-start', 'heading-end', 'word-start', 'word-end')
const key = fc.tuple(sign, fc.option(sign), edge).map(([a, b, at]) => keyOf(a + (b ?? ''), at))
const entries = fc.uniqueArray(fc.tuple(key, posting), { selector: ([name]) => name })

describe('shards', () => {
  it('give every key its own posting back and no other key any', () => {
    fc.assert(
      fc.property(entries, key, (all, other) => {
        const open = openShard(packShard(all, total), total)
        for (const [name, { blocks, masks }] of all) {
          const read = open(name)
          assert.deepEqual(read?.blocks, blocks)
          if (Array.from(name).length > 1) assert.deepEqual(read?.masks, masks)
        }
        if (!all.some(([name]) => name === other)) assert.equal(open(other), undefined)
      }),
      { numRuns: 50 },
    )
  })

  it('hold a pair together with its edges', () => {
    fc.assert(
      fc.property(sign, sign, edge, fc.integer({ min: 1, max: 3000 }), (a, b, at, shards) => {
        const shard = shardOf(keyOf(a + b, at), shards)
        assert.equal(shard, shardOf(keyOf(a + b, 'none'), shards))
        assert.ok(Number.isInteger(shard) && shard >= 0 && shard < shards)
      }),
    )
  })
})

describe('text files', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '信访工作条例',
      'GB/T 19001',
      '，。“”—…',
      '€',
      '😀',
      '𠮷',
      '㐂',
      'é',
      '\n',
      '\0',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  const text = fc.array(part, { size: 'medium' }).map((parts) => `{${parts.join('')}`)

  it('are read as they were written, whatever characters they have', () => {
    fc.assert(
      fc.property(text, (any) => assert.equal(decodeText(encodeText(any)), any)),
      { numRuns: 1000 },
    )
    assert.equal(decodeText(encodeText('')), '')
  })

  it('spend two bytes on a common Chinese character', () => {
    assert.equal(encodeText('信访工作条例').length, 1 + 6 * 2)
  })

  it('lose half a character but not the rest of the text', () => {
    assert.equal(decodeText(encodeText('信\ud83d访\udc00')), '信\ufffd访\ufffd')
  })
})
