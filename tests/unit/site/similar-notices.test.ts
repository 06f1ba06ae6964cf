import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Document } from '@portal/content/schema/entries/collections'
import { similarNotices } from '../../../site/src/library/similar-notices.ts'

type Notice = Document<'notices'>

function notice(slug: string, title: string, request: string, keywords: string[] = []): Notice {
  return {
    slug,
    data: { title, request, keywords, phrasings: [], topic: slug.slice(0, 3) },
    body: '',
  } as unknown as Notice
}

const notices = [
  notice('fraud', '被电信诈骗的钱什么时候能退', '接到冒充客服的电话，被骗走三万元'),
  notice('refund', '冒充客服骗走的钱追回一半', '来电自称客服，诈骗转账', ['电信诈骗']),
  notice('dogs', '小区大型犬不拴绳', '夜间吠叫，要求处理'),
  notice('dogs-again', '广场上遛狗不拴绳', '大型犬吓到老人', ['犬只']),
  notice('move', '户口迁移要证明', '老人投靠子女'),
]
const slugs = (index: number, count = 4) =>
  similarNotices(notices, count)[index]?.map(({ slug }) => slug) ?? []

describe('similar notices', () => {
  it('are those that speak of the same matter, not those of the same topic', () => {
    assert.deepEqual(slugs(0), ['refund'])
    assert.deepEqual(slugs(2), ['dogs-again'])
  })

  it('are never the notice itself, and none where nothing is like it', () => {
    for (const [at, { slug }] of notices.entries()) assert.ok(!slugs(at).includes(slug))
    assert.deepEqual(slugs(4), [])
  })

  it('are no more than wanted', () => {
    assert.deepEqual(slugs(0, 0), [])
  })
})
