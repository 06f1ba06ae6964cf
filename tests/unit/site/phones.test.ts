import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { renderHtml } from '../../../site/src/library/markdown/html.ts'
import { parseMarkdown } from '../../../site/src/library/markdown/parse.ts'
import { phonesIn } from '../../../site/src/text/phones.ts'

const found = (text: string) => phonesIn(text).map(({ from, to }) => text.slice(from, to))
const html = (text: string) => renderHtml(parseMarkdown(text), { base: '', headingLevel: 2 })
const dialled = (text: string) =>
  [...html(text).matchAll(/href="tel:([^"]*)"/g)].map(([, to]) => to)

describe('numbers that a telephone can dial', () => {
  it('are the short ones, where a sentence says to call them', () => {
    for (const [text, numbers] of [
      [
        '紧急的、身边的小事，打12345最快。有危险的先打110、119、120。',
        ['12345', '110', '119', '120'],
      ],
      ['打诉讼服务热线 12368 问清要带什么。', ['12368']],
      ['工资、社保找 12333，法律咨询打 12348。', ['12333', '12348']],
      ['劳动保障监察，电话 12333，也可以当面去。', ['12333']],
      ['区市场监督管理局，12315', ['12315']],
      ['拨打公安机关举报电话 12389，或者上 12309 中国检察网', ['12389', '12309']],
      ['- 有人打架、偷抢：110', ['110']],
      ['起火、有人被困：119', ['119']],
      ['有人受伤、发病：120', ['120']],
      ['110报警、120急救、119火警', ['110', '120', '119']],
      ['高速路上出了事故打12122，交通事故报警 122。', ['12122', '122']],
      ['接到可疑电话，打反诈专线96110。', ['96110']],
      ['热线“12345”全天有人接。', ['12345']],
      ['电话：12345（24小时）', ['12345']],
    ] as const) {
      assert.deepEqual(found(text), numbers, text)
    }
  })

  it('are whole ones too', () => {
    for (const [text, numbers] of [
      ['电话：0571-88001234。', ['0571-88001234']],
      ['可拨打 0000-7000000 预约', ['0000-7000000']],
      ['接待中心（010-61234567）', ['010-61234567']],
      ['联系电话：13800138000，王科长', ['13800138000']],
      ['打400-800-1234，免费', ['400-800-1234']],
      ['总机0571-88001234转8012', ['0571-88001234']],
      ['值班室0571-88001234请在工作日打', ['0571-88001234']],
    ] as const) {
      assert.deepEqual(found(text), numbers, text)
    }
  })

  it('are no years, amounts, articles, documents or other counts', () => {
    for (const text of [
      '2026年，第110条、第一百二十条，条例第 119 条',
      '全区 12345 人，占 110%，共 12345份',
      '付了12345元、12,345 元、￥12345、12345.60 元、12345万元',
      '电话费120元，打车花了 110 元，电话打了120次',
      '青信〔2026〕12345号，文号：12345',
      '编号：12345，订单号 13800138000，案号0571-88001234',
      '坐110路公交，住119号楼120室，身高120厘米，离家 122 米',
      '办理用时：120；件数：110',
      '有 110 户居民受伤',
      '打了 12345 次',
      '版本 12345a，A12345，12345-6，6-12345，1.12345，112345，123456',
      '证件 330106199001011234，卡号 6222021234567890123',
      '邮编 310012，代码 91330100MA12345678',
      '参数 1280×720，温度120℃，120km',
      '请打开第12345页',
      '受伤住院，花了120',
    ]) {
      assert.deepEqual(found(text), [], text)
    }
  })
})

describe('numbers in Markdown', () => {
  it('are links that dial, bold and in lists and tables as well', () => {
    assert.equal(
      html('打 **12345**，或者 0000-7000000。'),
      '<p>打 <strong><a class="number" href="tel:12345">12345</a></strong>，或者 ' +
        '<a class="number" href="tel:0000-7000000">0000-7000000</a>。</p>',
    )
    assert.deepEqual(dialled('- 有人打架、偷抢：**110**\n- 起火：**119**'), ['110', '119'])
    const table = '| 要问的事 | 电话 | 收费（元） |\n|--|--|--|\n| 医保 | 12393 | 12345 |'
    assert.deepEqual(dialled(table), ['12393'])
  })

  it('are left alone in links, headings and code, and where bold hides what they count', () => {
    for (const text of [
      '[打12345](/guides/x/)',
      '## 打12345',
      '打`12345`',
      '    打12345',
      '打了 **12345** 次',
      '收到 **12345** 元',
      '第**110**条',
      '打 https://example.com/12345',
      '打 [服务 **12345**](https://example.com/)',
      '<b title="打12345">',
    ]) {
      assert.deepEqual(dialled(text), [], text)
    }
  })

  it('change nothing else of the text', () => {
    const bits = fc.constantFrom(
      ...[
        '打',
        '12345',
        '110',
        '、',
        '**',
        '*',
        '`',
        '[',
        '](/x/)',
        '# ',
        '\n\n',
        '- ',
        '第',
        '条',
        '元',
      ],
      ...[
        '0000-7000000',
        '13800138000',
        '电话：',
        ' ',
        '，',
        '。',
        '~~',
        '&lt;',
        '<a>',
        '| a | b |\n|--|--|\n',
      ],
    )
    const text = fc.array(fc.oneof(bits, fc.string({ maxLength: 4, unit: 'binary' })))
    const without = (written: string) =>
      written.replace(/<a class="number" href="tel:([\d-]+)">([\d-]+)<\/a>/g, (_, to, shown) => {
        assert.equal(to, shown)
        return shown
      })
    fc.assert(
      fc.property(text, (parts) => {
        const markdown = parseMarkdown(parts.join(''))
        const options = { base: '', headingLevel: 2 }
        const plain = renderHtml(markdown, { ...options, dials: false })
        assert.doesNotMatch(plain, /tel:/)
        assert.equal(without(renderHtml(markdown, options)), plain)
      }),
      { numRuns: 3000 },
    )
  })
})

it('finds numbers in their order, apart, and never within a longer number', () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom('打', '12345', '110', '0000-7000000', '元', '-', ' '), fc.string()),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('')
      let end = 0
      for (const { from, to } of phonesIn(whole)) {
        assert.ok(from >= end && to > from)
        assert.doesNotMatch(whole.charAt(from - 1) + whole.charAt(to), /\d/)
        end = to
      }
    }),
    { numRuns: 2000 },
  )
})
