import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { toChinese, translateFailure } from '../../../cms/src/strapi/error-translation/chinese.ts'

const require = createRequire(join(import.meta.dirname, '../../../cms/package.json'))

describe('what the server says', () => {
  it('is Chinese, with the values in it', () => {
    assert.equal(toChinese('This attribute must be unique'), '这个值已被使用，请换一个。')
    assert.equal(toChinese('title must be at most 120 characters'), '太长了，最多 120 个字')
    assert.equal(toChinese('Invalid credentials'), '账号或密码不正确。')
    assert.equal(toChinese('“甲”还不能发布。'), '“甲”还不能发布。')
  })

  it('of a single field is Chinese too', () => {
    const failure = {
      message: '2 errors occurred',
      details: { errors: [{ path: ['slug'], message: 'This attribute must be unique' }] },
    }
    translateFailure(failure)
    assert.equal(failure.message, '有 2 处需要改正')
    assert.equal(failure.details.errors[0]?.message, '这个值已被使用，请换一个。')
  })

  it('is never the English of the program that nobody foresaw', () => {
    for (const english of [
      'this field has unspecified keys: x, constructor',
      'Invalid key statusRecipient at unit',
      'An application error occurred',
      `Expected property name or '}' in JSON at position 1 (line 1 column 2)`,
      'Missing refresh token',
      "ENOENT: no such file or directory, open '/srv/desk/x'",
      `Unexpected token '甲', "{"phone":甲某 13900"... is not valid JSON`,
      '标题 must be at least 3 characters',
      'constructor',
      '',
    ]) {
      for (const status of [400, 401, 403, 404, 405, 413, 429, 500, 503]) {
        const told = toChinese(english, status)
        assert.match(told, /\p{Script=Han}/u, english)
        assert.doesNotMatch(told, /[a-z]{3}/i, english)
      }
    }
    assert.equal(toChinese('Missing refresh token', 401), '登录已失效，请重新登录。')
  })

  it('keeps what the admin compares with its own English', () => {
    assert.equal(toChinese('User not active'), 'User not active')
  })

  it('every sentence of the validator that Strapi uses is known', async () => {
    const { yup } = require('@strapi/utils') as {
      yup: {
        object(shape: object): {
          validate(value: unknown, options: object): Promise<unknown>
        }
        string(): never
        number(): never
      }
    }
    type Rule = Record<
      'max' | 'min' | 'matches' | 'oneOf' | 'required' | 'email',
      (...given: unknown[]) => unknown
    >
    const text = () => yup.string() as Rule
    const number = () => yup.number() as Rule
    const faults: [unknown, unknown][] = [
      [text().max(2), 'abc'],
      [text().min(9), 'abc'],
      [text().matches(/^x$/), 'abc'],
      [text().oneOf(['x']), 'abc'],
      [text().required(), undefined],
      [text().email(), 'abc'],
      [number().max(2), 3],
      [number().min(9), 3],
      [number(), 'abc'],
    ]
    for (const [rule, value] of faults) {
      const shape = yup.object({ field: rule })
      const said = await shape.validate({ field: value }, {}).then(
        () => assert.fail('the value was taken'),
        (error: Error) => error.message,
      )
      assert.match(toChinese(said), /\p{Script=Han}/u, said)
    }
  })
})
