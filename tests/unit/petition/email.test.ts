import assert from 'node:assert/strict'
import { it } from 'node:test'
import { petition } from '@portal/content/schema/petition/petition'
import { validate } from '../../../site/src/petition/fields/validate.ts'
import { parseEmail } from '@portal/content/characters/typed-email'

const taken: Record<string, string> = {
  'li@example.com': 'li@example.com',
  'li＠example.com': 'li@example.com',
  'ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ': 'li@example.com',
  ' li@example.com ': 'li@example.com',
  '　li@example.com　': 'li@example.com',
  'li @ example.com': 'li@example.com',
  'li@example. com': 'li@example.com',
  'li@example.com.': 'li@example.com',
  'li@example.com。': 'li@example.com',
  'li@example。com': 'li@example.com',
  'li@example｡com': 'li@example.com',
  'li@example.com，': 'li@example.com',
  'li@example.com；': 'li@example.com',
  'li@EXAMPLE.COM': 'li@example.com',
  'Li.Xiu@Example.com': 'Li.Xiu@example.com',
  'li+xinfang@example.com': 'li+xinfang@example.com',
  'li_xiuying-88@example.com.cn': 'li_xiuying-88@example.com.cn',
  '0012345678@example.com': '0012345678@example.com',
  'li@mail.gov.example.cn': 'li@mail.gov.example.cn',
  '"li@example.com"': 'li@example.com',
  '“li@example.com”': 'li@example.com',
  '<li@example.com>': 'li@example.com',
  '（li@example.com）': 'li@example.com',
  'mailto:li@example.com': 'li@example.com',
  'li@例子.中国': 'li@xn--fsqu00a.xn--fiqs8s',
  'li@例子。中国': 'li@xn--fsqu00a.xn--fiqs8s',
  'li\u200B@example.com': 'li@example.com',
  'li\t@example.com\n': 'li@example.com',
}
const refused = [
  'li',
  'example.com',
  '@example.com',
  'li@',
  'li@example',
  'li@@example.com',
  'li@example..com',
  '.li@example.com',
  'li.@example.com',
  'li..x@example.com',
  'li@-example.com',
  'li@example-.com',
  'li#example.com',
  'li@example,com',
  '李秀英@example.com',
  'li@example.c',
  'li@127.0.0.1',
  'li@example.com,wang@example.com',
  'li@example.com wang@example.com',
  '13800001234',
  '没有',
  'li@example.com?cc=a@example.com',
  'li@例子',
  `${'l'.repeat(65)}@example.com`,
]

it('takes an address however it was typed, as the network has it', () => {
  for (const [typed, email] of Object.entries(taken)) {
    assert.equal(parseEmail(typed), email, typed)
    assert.ok(petition.shape.notify.safeParse({ by: 'email', address: email }).success, email)
  }
})

it('refuses what is none, and says what one looks like', () => {
  const choices = {
    categories: new Set<never>(),
    topics: new Set<string>(),
    regions: new Set<string>(),
    ways: new Set(['email'] as const),
  }
  for (const email of refused) {
    assert.equal(parseEmail(email), null, email)
    const checked = validate({ notifyBy: 'email', email }, choices)
    assert.ok(!checked.ok)
    assert.match(checked.faults.email ?? '', /请核对电子邮箱，应当像 name@example.com/, email)
  }
})
