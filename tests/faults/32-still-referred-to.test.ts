import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { signInClerk, type Clerk } from '../support/case/clerk.ts'
import { startCms, type RunningCms } from '../support/desk/cms.ts'
import { essay } from '../support/desk/publicity.ts'
import { collection, signIn, type Staff } from '../support/desk/staff.ts'

type Row = { documentId: string; id: number; name: string; slug: string; [field: string]: unknown }

describe('32 something that is still referred to is deleted', () => {
  let office: RunningCms
  let administrator: Staff
  let publisher: Staff
  let clerk: Clerk
  before(async () => {
    office = await startCms()
    administrator = await signIn(office, 'administrator')
    publisher = await signIn(office, 'publicity-publisher')
    clerk = await signInClerk(office)
  })
  after(() => office?.stop())

  const sentence = ({ body }: { body: unknown }) =>
    (body as { error: { message: string } }).error.message
  const find = async (type: string, slug: string): Promise<Row> => {
    const path = `${collection(type)}?filters[slug][$eq]=${slug}`
    const [row] = ((await administrator.call('GET', path)).body as { results: Row[] }).results
    return row ?? assert.fail(`${type} ${slug}`)
  }
  const create = async (type: string, data: object): Promise<Row> => {
    const { status, body } = await publisher.call('POST', collection(type), data)
    assert.equal(status, 201, JSON.stringify(body))
    return (body as { data: Row }).data
  }
  const save = async (type: string, { documentId }: Row, change: object) => {
    const path = `${collection(type)}/${documentId}`
    const { data } = (await publisher.call('GET', path)).body as { data: Row }
    return publisher.call('PUT', path, { ...data, ...change })
  }
  const connect = ({ documentId }: Row) => ({ connect: [{ documentId }] })
  const notice = (slug: string, links: object) => ({
    title: `公示${slug}`,
    slug,
    summary: '一句话。',
    body: '正文。',
    request: '修好路灯。',
    category: '申诉求决',
    outcome: '予以支持',
    receivedOn: '2026-01-01',
    repliedOn: '2026-02-01',
    source: '本局',
    demonstration: true,
    ...links,
  })
  /** Tries every door by which an entry of a table can be deleted; none may open. */
  const holds = async (type: string, row: Row, ...says: RegExp[]) => {
    const one = `${collection(type)}/${row.documentId}`
    const many = `${collection(type)}/actions/bulkDelete`
    for (const staff of [publisher, administrator]) {
      const single = await staff.call('DELETE', one)
      const several = await staff.call('POST', many, { documentIds: [row.documentId] })
      for (const answer of [single, several]) {
        assert.equal(answer.status, 400, JSON.stringify(answer.body))
        for (const words of says) assert.match(sentence(answer), words)
      }
    }
    assert.equal((await find(type, row.slug)).documentId, row.documentId)
  }
  const upload = async (name: string, folder?: number): Promise<{ id: number; url: string }> => {
    const colour = { r: 10, g: Math.floor(name.length * 7) % 255, b: 90 }
    const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    const form = await publisher.send('/upload', name, await picture.png().toBuffer(), 'files')
    assert.equal(form.status, 201, JSON.stringify(form.body))
    const [file] = form.body as { id: number; url: string }[]
    assert.ok(file)
    if (folder) {
      const moved = await administrator.call('POST', '/upload/actions/bulk-move', {
        fileIds: [file.id],
        destinationFolderId: folder,
      })
      assert.equal(moved.status, 200, JSON.stringify(moved.body))
    }
    return file
  }

  it('a unit: notices, cases, accusations and accounts hold it, and are told', async () => {
    const unit = await find('department', 'civil-affairs')
    const topic = await find('topic', 'civil-affairs')
    const region = await find('region', 'chengxi')
    const links = { unit: connect(unit), topic: connect(topic), region: connect(region) }
    await create('notice', notice('a-notice', links))
    await holds('department', unit, /不能删除：还有 1 条办理结果公示/, /把“在用”关掉/)
    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    const { documentId } = entry
    const put = { units: [unit.name] }
    const path = `/desk/cases/${documentId}/accused-units`
    assert.equal((await clerk.call('PUT', path, put)).status, 200)
    await holds(
      'department',
      unit,
      /1 条办理结果公示（《公示a-notice》）、1 条办件|1 条办件.*1 条办理/,
    )
    await holds('department', await find('department', 'city-management'), /1 条单位账号/)
    await holds('topic', topic, /1 条办理结果公示/)
    await holds('region', region, /问题属地/, /1 条办理结果公示/)
    const after = await clerk.call('GET', `/desk/cases/${documentId}/page`)
    const { accused } = (after.body as { desk: { accused: { chosen: string[] } } }).desk
    assert.deepEqual(accused.chosen, [unit.name])
  })

  it('a topic or a place that cases name in words', async () => {
    await clerk.wait(await office.mailbox.file(), 'the case')
    await holds('topic', await find('topic', 'transport'), /\d 条办件/)
    await holds('region', await find('region', 'chengxi-liuan'), /\d 条办件/)
    await holds('region', await find('region', 'qinghe'), /\d 条办件/)
    // Whoever does not read cases is told how many, and no title.
    const refused = await publisher.call(
      'DELETE',
      `${collection('topic')}/${(await find('topic', 'transport')).documentId}`,
    )
    assert.doesNotMatch(sentence(refused), /路灯/)
  })

  it('of several at once, all stay', async () => {
    const free = await create('topic', { name: '没有人用', slug: 'unused', order: 99 })
    const used = await find('topic', 'transport')
    const documentIds = [free.documentId, used.documentId]
    const path = `${collection('topic')}/actions/bulkDelete`
    assert.equal((await publisher.call('POST', path, { documentIds })).status, 400)
    await find('topic', 'unused')
    const alone = await publisher.call('DELETE', `${collection('topic')}/${free.documentId}`)
    assert.equal(alone.status, 200)
  })

  it('is taken out of use instead: offered to nobody, still there where it is', async () => {
    const unit = await find('department', 'civil-affairs')
    assert.equal((await save('department', unit, { active: false })).status, 200)
    const offered = await publisher.call(
      'GET',
      '/content-manager/relations/api::notice.notice/unit?pageSize=100',
    )
    const names = (offered.body as { results: Row[] }).results.map(({ name }) => name)
    assert.ok(names.length > 10 && !names.includes(unit.name))
    const entry = await find('notice', 'a-notice')
    const existing = await publisher.call(
      'GET',
      `/content-manager/relations/api::notice.notice/${entry.documentId}/unit`,
    )
    const [shown] = (existing.body as { results: Row[] }).results
    assert.equal(shown?.name, `${unit.name}（已停用）`)
    const filed = await clerk.wait(await office.mailbox.file(), 'the case')
    await clerk.take(filed, { kind: 'register' })
    const desk = await clerk.call('GET', `/desk/cases/${filed.documentId}/page`)
    assert.ok(!(desk.body as { desk: { units: string[] } }).desk.units.includes(unit.name))
    const steps = `/desk/cases/${filed.documentId}/actions`
    const referred = await clerk.call('POST', steps, { kind: 'refer', unit: unit.name })
    assert.equal(referred.status, 400)
    assert.match(sentence(referred), /已停用/)
    assert.equal((await save('department', unit, { active: true })).status, 200)
  })

  it('another name reaches the cases that are written with the old one', async () => {
    const entry = await clerk.wait(await office.mailbox.file(), 'the case')
    const topic = await find('topic', 'transport')
    assert.equal((await save('topic', topic, { name: '道路与出行' })).status, 200)
    const town = await find('region', 'chengxi')
    assert.equal((await save('region', town, { name: '城西新街道' })).status, 200)
    const renamed = await clerk.find(entry.number)
    assert.equal(renamed?.topic, '道路与出行')
    assert.equal(renamed?.region, '青禾区 城西新街道 柳岸社区')
    await holds('topic', topic, /条办件/)
    await holds('region', await find('region', 'chengxi-liuan'), /条办件/)
    const moved = await save('topic', topic, { slug: 'roads' })
    assert.equal(moved.status, 400)
    assert.match(sentence(moved), /“网址名”已经在用，不能再改/)
    assert.equal((await save('region', town, { name: town.name })).status, 200)
    assert.equal((await clerk.find(entry.number))?.region, '青禾区 城西街道 柳岸社区')
  })

  it('an essay that a campaign shows', async () => {
    const written = await create('essay', essay('shown'))
    await create('campaign', {
      title: '宣传月',
      slug: 'month',
      summary: '一句话。',
      startsOn: '2026-05-01',
      endsOn: '2026-05-31',
      body: '正文。',
      source: '本局',
      demonstration: true,
      essays: connect(written),
    })
    await holds('essay', { ...written, slug: 'shown' }, /1 条宣传活动（《宣传月》）/)
  })

  it('a file: in a field, in a text, alone, several at once, and with its folder', async () => {
    const made = await administrator.call('POST', '/upload/folders', { name: '图片', parent: null })
    const folder = (made.body as { data: { id: number } }).data.id
    const inText = await upload('in-text.png', folder)
    const cover = await upload('cover-picture.png', folder)
    const free = await upload('nobody-uses-it.png', folder)
    const name = inText.url.slice(inText.url.lastIndexOf('/') + 1)
    const body = `第一句。\n\n![一盏灯](/media/${name})\n`
    await create('essay', essay('with-files', { body, cover: cover.id }))
    for (const { id } of [inText, cover]) {
      const refused = await publisher.call('DELETE', `/upload/files/${id}`)
      const { status } = await administrator.call('DELETE', `/upload/files/${id}`)
      assert.ok(status >= 400 && refused.status >= 400, `${status} ${refused.status}`)
      const many = await administrator.call('POST', '/upload/actions/bulk-delete', {
        fileIds: [free.id, id],
        folderIds: [],
      })
      assert.equal(many.status, 400)
      assert.match(sentence(many), /不能删除：还有 1 条征文与文章（《测试用的征文》）/)
      const within = await administrator.call('POST', '/upload/actions/bulk-delete', {
        fileIds: [],
        folderIds: [folder],
      })
      assert.equal(within.status, 400)
      assert.equal((await administrator.call('GET', `/upload/files/${id}`)).status, 200)
    }
    assert.equal((await administrator.call('GET', `/upload/files/${free.id}`)).status, 200)
    assert.equal((await administrator.call('DELETE', `/upload/files/${free.id}`)).status, 200)
  })

  it('an account that belongs to a unit or has read a case is disabled, and takes its unit along', async () => {
    const users = (await administrator.call('GET', '/admin/users?pageSize=50')).body as {
      data: { results: { id: number; email: string }[] }
    }
    const idOf = (role: string) =>
      users.data.results.find(({ email }) => email.startsWith(role))?.id ?? assert.fail(role)
    const read = await clerk.wait(await office.mailbox.file(), 'the case')
    await clerk.call('GET', `${collection('case')}/${read.documentId}`)
    for (const [role, words] of [
      ['unit-clerk', /1 条单位账号.*把“启用”关掉/],
      ['case-clerk', /条办件查阅记录/],
    ] as const) {
      const single = await administrator.call('DELETE', `/admin/users/${idOf(role)}`)
      const ids = [idOf(role), idOf('publicity-reviewer')]
      const several = await administrator.call('POST', '/admin/users/batch-delete', { ids })
      for (const answer of [single, several]) {
        assert.equal(answer.status, 400, role)
        assert.match(sentence(answer), words)
      }
    }
    const path = `/admin/users/${idOf('unit-clerk')}`
    const email = 'another@petition.example'
    const renamed = await administrator.call('PUT', path, { email })
    assert.equal(renamed.status, 200, JSON.stringify(renamed.body))
    const ties = (await administrator.call('GET', collection('unit-account'))).body as {
      results: { account: string }[]
    }
    assert.deepEqual(
      ties.results.map(({ account }) => account),
      [email],
    )
    const unused = await administrator.call('DELETE', `/admin/users/${idOf('publicity-reviewer')}`)
    assert.equal(unused.status, 200)
  })

  it('the settings, and what programs write down', async () => {
    const settings = '/content-manager/single-types/api::settings.settings'
    assert.ok([400, 403].includes((await administrator.call('DELETE', settings)).status))
    assert.equal((await administrator.call('GET', settings)).status, 200)
    const workflows = collection('workflow')
    const listed = await administrator.call('GET', workflows)
    const [row] = (listed.body as { results?: Row[] }).results ?? []
    assert.ok(row)
    const answer = await administrator.call('DELETE', `${workflows}/${row.documentId}`)
    assert.ok([400, 403].includes(answer.status))
    const kept = (await administrator.call('GET', workflows)).body as { results: Row[] }
    assert.ok(kept.results.some(({ documentId }) => documentId === row.documentId))
  })

  it('tells beside the entry what refers to it, to whom it concerns', async () => {
    const topic = await find('topic', 'transport')
    const path = `/desk/references/api::topic.topic/${topic.documentId}`
    const forClerk = await administrator.call('GET', path)
    const { uses } = forClerk.body as { uses: { kind: string; some: { title: string }[] }[] }
    const cases = uses.find(({ kind }) => kind === '办件')
    assert.match(cases?.some[0]?.title ?? '', /路灯/)
    const forPublisher = JSON.stringify((await publisher.call('GET', path)).body)
    assert.doesNotMatch(forPublisher, /路灯/)
    // Who handles cases reads the topics, and no essays.
    const ofEssay = `/desk/references/api::essay.essay/${topic.documentId}`
    assert.equal((await clerk.call('GET', ofEssay)).status, 403)
    assert.equal((await fetch(office.cms + path)).status, 401)
  })
})
