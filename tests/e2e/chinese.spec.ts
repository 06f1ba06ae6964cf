import { expect } from 'playwright/test'
import { createCitizen } from '../support/portal/citizen.ts'
import { story } from '../support/portal/stories.ts'
import { collection } from '../support/desk/staff.ts'
import { until } from '../support/machine/until.ts'
import { fillSignIn, test } from './support/staff-browser.ts'
import { cms, login, portal } from './support/places.ts'
import { pathsOn, readerAt } from './support/reader.ts'

const roles = [
  'case-clerk',
  'unit-clerk',
  'publicity-author',
  'publicity-reviewer',
  'publicity-publisher',
  'administrator',
]
/** Strapi's own pages for who builds the desk: nobody has them, also not by their addresses. */
const withdrawn = [
  '/plugins/content-type-builder',
  '/plugins/content-releases',
  '/content-manager/collection-types/api::essay.essay/configurations/list',
  '/content-manager/collection-types/api::essay.essay/configurations/edit',
  ...[
    'application-infos',
    'webhooks',
    'api-tokens',
    'admin-tokens',
    'transfer-tokens',
    'internationalization',
    'media-library',
    'email',
    'list-plugins',
    'purchase-single-sign-on',
    'review-workflows',
  ].map((page) => `/settings/${page}`),
]
/** What stands behind such pages. */
const doors = [
  '/admin/api-tokens',
  '/admin/admin-tokens',
  '/admin/transfer/tokens',
  '/admin/webhooks',
  '/content-type-builder/content-types',
  '/email/settings',
  '/upload/settings',
]

/** What opens something: above the media library, above a list, in the form of an entry. */
const library = ['媒体库操作', '新增', '筛选', /^排序/, '更多操作', /\.(mp4|pdf|jpe?g)$/]
const list = ['筛选', '显示设置']
const anyList = ['本行操作', '搜索']
const writing = ['链接', '插入图片', /点击添加文件/]

type Entry = { documentId: string }
type Reader = ReturnType<typeof readerAt>

/** A petition comes in, and goes to the unit of the unit's account. */
async function refer({ ask }: Reader): Promise<void> {
  const citizen = createCitizen(portal)
  const facts = '巷口的三盏路灯坏了一个月，晚上看不清路。'
  const { answer } = await citizen.fileAsData({ ...story, facts, key: await citizen.openForm() })
  const { documentId } = await until('the case', 30, async () => {
    const path = `${collection('case')}?filters[number][$eq]=${answer.number}`
    const { results } = (await (await ask('GET', path)).json()) as { results: Entry[] }
    return results[0]
  })
  for (const step of [{ kind: 'register' }, { kind: 'refer', unit: '区城市管理和综合执法局' }]) {
    const desk = await ask('GET', `/desk/cases/${documentId}/page`)
    const { seen } = ((await desk.json()) as { desk: { seen: object } }).desk
    const answer = await ask('POST', `/desk/cases/${documentId}/actions`, { ...step, seen })
    expect(answer.status()).toBe(200)
  }
}

/** What has the same words for every role, and has been read. */
const read = new Set<string>()
const isNew = (what: string) => !read.has(what) && Boolean(read.add(what))

for (const role of roles) {
  test(`${role} meets no raw word`, async ({ atDesk }) => {
    const page = await atDesk(role)
    const reader = readerAt(page, role)
    const { found, look, open, press, turn, firstOf } = reader
    const pressNew = async (name: string | RegExp, where: string) => {
      const button = page.getByRole('button', { name, disabled: false }).first()
      if ((await button.isVisible()) && isNew(String(name))) await press(name, where)
    }
    await page.goto(`${cms}/admin`)
    await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible()
    await look('/')
    if (role === 'case-clerk') await refer(reader)
    for (const path of ['/me', '/no-such-page', '/plugins/upload']) await open(path)
    if (isNew('upload')) {
      for (const name of library) await press(name, '/plugins/upload')
    }
    // The cases have pages of their own, and a unit has nothing else.
    if (role.includes('clerk')) await open('/desk')
    await open('/content-manager')
    const types = await pathsOn(page, /^\/content-manager\/[^/]+\/[^/]+$/)
    if (role !== 'unit-clerk') expect(types.length).toBeGreaterThan(0)
    for (const path of types) {
      await open(path)
      if (isNew(`${path} list`)) {
        for (const name of list) await press(name, path)
      }
      for (const name of anyList) await pressNew(name, path)
      const create = page.getByRole('link', { name: /新建|添加/ }).first()
      const isOffered = await create.isVisible()
      const entry = firstOf(path.split('/').at(-1) ?? '')
      if (entry) {
        await open(`${path}/${entry}`)
        if (isNew(`${path} history`)) await press(/历史/, `${path}/:id`)
        if (isNew(`${path} menu`)) await press('更多操作', `${path}/:id`)
      }
      if (isOffered && isNew(`${path} create`)) {
        await open(`${path}/create`)
        for (const name of writing) await pressNew(name, `${path}/create`)
        const save = page.getByRole('button', { name: '保存', exact: true })
        if (await save.isEnabled()) await save.click()
        await look(`${path}/create, refused`)
      }
    }
    const isAdministrator = role === 'administrator'
    const settings = page.getByRole('link', { name: '设置', exact: true })
    await expect(settings).toHaveCount(isAdministrator ? 1 : 0)
    await open('/settings')
    if (isAdministrator) {
      for (const path of await pathsOn(page, /^\/settings\/./)) await open(path)
      await open('/settings/roles/new')
      await open('/settings/roles/2')
      await turn('/settings/roles/2')
      await press(/条件/, '/settings/roles/2')
      await open('/settings/users/1')
      await open('/settings/users')
      await press(/邀请|新建|添加/, '/settings/users')
      await press(/筛选/, '/settings/users')
      await press(/删除/, '/settings/users')
    }
    expect([...found]).toEqual([])
  })
}

test('whoever is not signed in, or not let in, meets no raw word either', async ({ page }) => {
  const { found, look } = readerAt(page, 'nobody')
  await page.goto(`${cms}/admin/auth/login`)
  await fillSignIn(page, { ...login('administrator'), email: 'nobody@portal.example' })
  await expect(page.getByText('账号或密码不正确')).toBeVisible()
  await look('/auth/login, refused')
  for (const path of [
    'forgot-password',
    'reset-password?code=none',
    'register?registrationToken=none',
  ]) {
    await page.goto(`${cms}/admin/auth/${path}`)
    await look(`/auth/${path}`)
  }
  expect([...found]).toEqual([])
})

test('nobody has the pages for who builds the desk, nor what stands behind them', async ({
  atDesk,
}) => {
  const page = await atDesk('administrator')
  const { open, ask } = readerAt(page, 'administrator')
  await page.goto(`${cms}/admin`)
  await expect(page.getByRole('heading', { name: /您好/ })).toBeVisible()
  for (const path of withdrawn) {
    await open(path)
    await expect(page.getByRole('heading', { name: '没有找到页面' }), path).toBeVisible()
  }
  for (const door of doors) {
    expect([403, 404, 405], door).toContain((await ask('GET', door)).status())
  }
})
