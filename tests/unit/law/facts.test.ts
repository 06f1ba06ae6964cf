import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deriveFacts, versionDay } from '@portal/content/law/structure/facts'
import { slugFor } from '@portal/content/law/slug'
import { parseRight } from '../../support/law/parse.ts'

const closing = ['第六条 本办法自2031年5月1日起施行。']

test('issuer, number and days are taken from the issuing facts', () => {
  const facts = [
    '2031年3月5日 青石区人民政府第8次常务会议通过',
    '2031年3月12日 青石区人民政府令第4号公布',
  ]
  assert.deepEqual(deriveFacts('公共长椅管理办法', facts, closing), {
    issuer: '青石区人民政府',
    documentNumber: '青石区人民政府令第4号',
    issuedOn: '2031-03-12',
    effectiveOn: '2031-05-01',
  })
})

test('the congress that adopted a law is its issuer', () => {
  const facts = [
    '2031年3月5日 第二十届全国人民代表大会常务委员会第三次会议通过',
    '2031年3月5日 主席令第九号公布',
  ]
  assert.equal(deriveFacts('公共长椅法', facts, []).issuer, '全国人民代表大会常务委员会')
})

test('the organs named by the title are its issuers', () => {
  const { issuer } = deriveFacts('最高人民法院 最高人民检察院关于长椅的解释', [], [])
  assert.equal(issuer, '最高人民法院、最高人民检察院')
})

test('what the text does not say is left empty', () => {
  assert.deepEqual(deriveFacts('公共长椅管理办法', [], []), {
    issuer: '',
    documentNumber: '',
    issuedOn: null,
    effectiveOn: null,
  })
})

test('a text in force from its issue takes that day, unless it was amended later', () => {
  const now = ['第六条 本办法自公布之日起施行。']
  const issued = ['2031年3月12日 青石区人民政府令第4号公布']
  assert.equal(deriveFacts('办法', issued, now).effectiveOn, '2031-03-12')
  const amended = [...issued, '2033年1月2日 《关于修改部分办法的决定》修订']
  assert.equal(deriveFacts('办法', amended, now).effectiveOn, null)
})

test('an amendment does not move the issue behind the effective day', () => {
  const facts = [
    '2031年3月12日 青石区人民政府令第4号公布',
    '2033年1月2日 《关于修改部分办法的决定》修订',
  ]
  assert.equal(deriveFacts('办法', facts, closing).issuedOn, '2031-03-12')
  assert.equal(versionDay(facts), '2033-01-02')
})

test('facts without a marked end are told from the text that follows', async () => {
  const entry = await parseRight(
    '# 青石区人民政府关于公共长椅的规定',
    '（2031年3月5日青石区人民政府第8次常务会议通过',
    '自2031年5月1日起施行）',
    '青政发〔2031〕7号',
    '青石区人民政府',
    '关于公共长椅的规定',
    '2030年夏天，许多人没有地方坐。为此制定本规定。',
    '第一条 设置长椅。',
  )
  assert.equal(entry.issuingFacts.length, 5)
  assert.equal(entry.documentNumber, '青政发〔2031〕7号')
  assert.equal(entry.effectiveOn, '2031-05-01')
  assert.deepEqual(
    entry.preamble.map((paragraph) => paragraph.text),
    ['2030年夏天，许多人没有地方坐。为此制定本规定。'],
  )
})

test('what stands above the title is kept with the facts', async () => {
  const entry = await parseRight(
    '青石区人民政府令',
    '第4号',
    '青石区公共长椅管理办法',
    '第一条 设置长椅。',
  )
  assert.equal(entry.title, '青石区公共长椅管理办法')
  assert.deepEqual(entry.issuingFacts, ['青石区人民政府令', '第4号'])
})

test('a title broken over lines is joined with the name of its organ', async () => {
  const entry = await parseRight(
    '青石区人民法院',
    '关于审理长椅纠纷案件',
    '适用办法的规定',
    '第一条 设置长椅。',
  )
  assert.equal(entry.title, '青石区人民法院关于审理长椅纠纷案件适用办法的规定')
})

test('a title that is printed again in pieces is taken once, from where it is whole', async () => {
  const entry = await parseRight(
    '青石区人民法院、青石区人民检察院关于办理长椅案件的若干规定',
    '青石区人民法院 青石区人民检察院',
    '关于办理长椅案件的',
    '若干规定',
    '第一条 设置长椅。',
  )
  assert.equal(entry.title, '青石区人民法院、青石区人民检察院关于办理长椅案件的若干规定')
  assert.equal(entry.issuingFacts.length, 3)
})

test('the address depends on the title alone', () => {
  assert.equal(slugFor('信访工作条例'), 'petition-work-regulations')
  assert.equal(slugFor('公共长椅管理办法'), slugFor('公共长椅管理办法'))
  assert.match(slugFor('公共长椅管理办法'), /^gonggong-changyi-guanli-banfa-[0-9a-f]{6}$/)
})
