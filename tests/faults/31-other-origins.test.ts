import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { requireChromium } from '../../scripts/test/chromium.ts'
import { chromiumFlags } from '../support/machine/chromium.ts'
import { startCms, type RunningCms } from '../support/desk/cms.ts'
import { collection, signIn, type Staff } from '../support/desk/staff.ts'

/** The desk's name at the office's proxy, and another machine of the same domain. */
const desk = 'desk.petition.example'
const sibling = 'www.petition.example'

type Tried = { path: string; method: string; status: number | null; text: string }

describe('31 a page of another origin, staff signed in', () => {
  let office: RunningCms
  let browser: Browser
  let foreign: Server
  let context: BrowserContext
  let administrator: Staff
  const foreignPort = () => (foreign.address() as AddressInfo).port

  before(async () => {
    office = await startCms({ CMS_SITE_URL: `http://${desk}` })
    administrator = await signIn(office, 'administrator')
    foreign = createServer(({ url = '' }, response) => {
      const sends = new URL(url, 'http://foreign').searchParams.get('sends') ?? ''
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(
        `<!doctype html><title>别处</title>
        <form method="post" enctype="text/plain" action="${sends}"><button>领奖</button></form>`,
      )
    })
    foreign.listen(0, '127.0.0.1')
    await once(foreign, 'listening')
    const { port } = new URL(office.cms)
    const rules = `MAP ${desk}:80 127.0.0.1:${port}, MAP ${sibling}:80 127.0.0.1:${foreignPort()}`
    browser = await chromium.launch({
      executablePath: await requireChromium(),
      args: [...chromiumFlags, `--host-resolver-rules=${rules}`],
    })
    context = await browser.newContext({ locale: 'zh-CN' })
  })
  after(async () => {
    await browser?.close()
    foreign?.close()
    foreign?.closeAllConnections()
    await office?.stop()
  })

  const enter = async (origin: string): Promise<Page> => {
    const login = office.logins.find(({ role }) => role === 'case-clerk')
    assert.ok(login)
    const page = await context.newPage()
    await page.goto(`${origin}/admin/auth/login`)
    await page.getByLabel(/邮箱|电子邮件/).fill(login.email)
    await page.getByLabel(/^密码/).fill(login.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: /您好/ }).waitFor()
    return page
  }

  const isStillIn = async (page: Page) => {
    await page.reload()
    await page.getByRole('heading', { name: /您好/ }).waitFor()
  }

  /** What a page of `from` gets out of the desk at `to`: by scripts, forms, frames, pictures, sockets. */
  const attack = async (from: string, to: string) => {
    // Below /admin, where the browser hands out the cookies that were set there.
    const page = await context.newPage()
    await page.goto(`${from}/admin/page`)
    const asked: [string, string][] = [
      ['GET', '/admin/init'],
      ['GET', '/admin/users/me'],
      ['POST', '/admin/access-token'],
      ['POST', '/admin/logout'],
      ['GET', collection('case')],
      ['GET', '/desk/cases/due'],
      ['GET', '/desk/cases/export.csv'],
      ['GET', '/desk/home'],
      ['GET', '/upload/files'],
      ['POST', '/upload'],
      ['GET', '/admin/preview/0123456789abcdef0123456789abcdef/'],
      ['GET', '/uploads/x.jpg'],
      ['GET', '/admin'],
      ['GET', '/_health'],
    ]
    const tried = await page.evaluate(
      async ([to, asked]) => {
        const read = async (method: string, path: string, mode: RequestMode): Promise<Tried> => {
          try {
            const answer = await fetch(to + path, { method, mode, credentials: 'include' })
            return { path, method, status: answer.status, text: await answer.text() }
          } catch {
            return { path, method, status: null, text: '' }
          }
        }
        const all: Tried[] = []
        for (const [method, path] of asked) {
          all.push(await read(method, path, 'cors'), await read(method, path, 'no-cors'))
        }
        return all
      },
      [to, asked] as const,
    )
    const loads = (tag: 'img' | 'script', path: string) =>
      page.evaluate(
        ([tag, address]) =>
          new Promise<boolean>((resolve) => {
            const element = document.createElement(tag)
            element.onload = () => resolve(true)
            element.onerror = () => resolve(false)
            element.src = address
            document.body.append(element)
          }),
        [tag, to + path] as const,
      )
    const framed = await page.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          frame.onload = () =>
            resolve(String(frame.contentDocument?.body.textContent ?? 'kept out'))
          frame.src = address
          document.body.append(frame)
        }),
      `${to}/admin/`,
    )
    const socket = await page.evaluate(
      (address) =>
        new Promise<boolean>((resolve) => {
          const socket = new WebSocket(address)
          socket.onopen = () => resolve(true)
          socket.onerror = () => resolve(false)
        }),
      `${to.replace('http', 'ws')}/admin`,
    )
    const cookies = await page.evaluate(() => document.cookie)
    const loaded = [await loads('img', '/admin/'), await loads('script', '/admin/init')]
    const answers: number[] = []
    for (const path of ['/admin/logout', '/admin/access-token', '/upload']) {
      const form = await context.newPage()
      await form.goto(`${from}/admin/page?sends=${encodeURIComponent(to + path)}`)
      const answered = form.waitForResponse((response) => response.request().method() === 'POST')
      await form.getByRole('button').click()
      answers.push((await answered).status())
      // Closed in the middle of a navigation, the page would never be.
      await form.waitForURL(to + path)
      await form.close()
    }
    await page.close()
    return { tried, framed, socket, cookies, loaded, answers }
  }

  const holds = async (from: string, to: string) => {
    const page = await enter(to)
    const { tried, framed, socket, cookies, loaded, answers } = await attack(from, to)
    for (const { path, method, status, text } of tried) {
      // 0: an answer that the page may not look into.
      assert.ok(status === null || status === 0, `${method} ${path} answered ${status}`)
      assert.equal(text, '', path)
    }
    assert.doesNotMatch(framed, /登录|您好|办件/)
    assert.deepEqual([socket, ...loaded], [false, false, false])
    assert.doesNotMatch(
      cookies,
      /ey[\w-]+\.|jwt|refresh/i,
      'no token lies in a cookie that is read',
    )
    assert.deepEqual(answers, [403, 403, 403], 'a form of another page is refused')
    await isStillIn(page)
    await page.close()
  }

  it('on another port of the same host: reads nothing, does nothing', async () => {
    await holds(`http://127.0.0.1:${foreignPort()}`, office.cms)
  })

  it('on a sibling host: reads nothing, does nothing', async () => {
    await holds(`http://${sibling}`, `http://${desk}`)
  })

  it('gets no cookie of the desk sent along', async () => {
    const cookies = await context.cookies()
    assert.ok(cookies.some(({ name }) => name === 'strapi_admin_refresh'))
    for (const { name, sameSite } of cookies) assert.equal(sameSite, 'Strict', name)
  })

  it('a new page of the desk needs no second signing in, the browser opened anew does', async () => {
    const page = await context.newPage()
    await page.goto(`${office.cms}/admin`)
    await page.getByRole('heading', { name: /您好/ }).waitFor()
    await context.clearCookies()
    await isSignedOut(page)
  })

  const isSignedOut = async (page: Page) => {
    await page.reload()
    await page.getByRole('button', { name: '登录' }).waitFor()
  }

  it('no origin but the desk’s own is allowed, whatever is asked and however it is spelt', async () => {
    const { port } = new URL(office.cms)
    const origins = [
      'http://evil.example',
      `http://127.0.0.1:${foreignPort()}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://${sibling}`,
      `https://${desk}`,
      `http://${desk}:81`,
      'null',
    ]
    const paths = ['/admin/init', '/admin/users/me', collection('case'), '/upload/files', '/admin']
    for (const origin of origins) {
      for (const path of paths) {
        for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
          const headers = { origin, 'access-control-request-method': 'POST' }
          const answer = await fetch(office.cms + path, { method, headers })
          const what = `${method} ${path} for ${origin}`
          assert.equal(answer.status, 403, what)
          assert.equal(answer.headers.get('access-control-allow-origin'), null, what)
          assert.equal(answer.headers.get('access-control-allow-credentials'), null, what)
        }
      }
    }
    const own = await fetch(`${office.cms}/admin/init`, { headers: { origin: office.cms } })
    assert.equal(own.status, 200)
    assert.equal((await administrator.call('GET', '/admin/users/me')).status, 200)
  })
})
