import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMailbox } from '../../site/src/petition/mailbox/open.ts'
import { createDataDir, pointTo } from '../support/portal/portal.ts'
import { freePorts } from '../support/machine/ports.ts'
import { readPepper } from '../support/portal/proof.ts'
import { buildSite } from '../support/release/site-release.ts'
import type { Job, Load } from './intake/load.ts'
import { startPeer } from './intake/peer.ts'
import { startBare, startLoad, startPortal } from './intake/servers.ts'

const rounds = 5
const saturation = { mode: 'saturate', connections: 16, seconds: 4 } as const

const tell = (text: string) => process.stderr.write(`${text}\n`)
const perSecond = ({ latencies, refused, seconds }: Load) => (latencies.length - refused) / seconds
const sorted = (values: number[]) => [...values].sort((one, other) => one - other)
const quantile = (values: number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
const median = (values: number[]) => quantile(values, 0.5)
const rounded = (value: number, places: number) => Number(value.toFixed(places))

/** How many of the numbers on receipts stand in the mailbox exactly once. */
async function countFiled(mailboxUrl: string, numbers: string[]): Promise<number> {
  const mailbox = await openMailbox(mailboxUrl)
  const times = new Map<string, number>()
  for (let after = 0; ;) {
    const page = await mailbox.messagesAfter(after, 500)
    for (const { number } of page) times.set(number, (times.get(number) ?? 0) + 1)
    const last = page.at(-1)
    if (!last) break
    after = last.sequence
  }
  await mailbox.close()
  return numbers.filter((number) => times.get(number) === 1).length
}

/**
 * Measures filing: saturation beside Strapi's own create and a bare loop in the same run, then
 * latency under arrivals by the clock, then memory under readers of the form.
 */
async function measure(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-intake-'))
  tell('准备网站文件…')
  const release = await buildSite()
  const data = await createDataDir()
  pointTo(data.path, release.folder)
  const [portalPort = 0, peerPort = 0] = await freePorts(2)
  tell('启动门户、对照循环和 Strapi…')
  const portal = await startPortal(data.path, portalPort)
  const bare = await startBare(data.path, 'of-libraries')
  const lean = await startBare(data.path, 'of-our-parts')
  const peer = await startPeer(join(folder, 'peer'), peerPort)
  const load = startLoad()
  const numbers: string[] = []
  let refused = 0
  let peakMb = portal.residentMb()
  const sampler = setInterval(() => (peakMb = Math.max(peakMb, portal.residentMb())), 100)
  const file = async (job: Job): Promise<Load> => {
    const made = await load.run(job)
    numbers.push(...made.numbers)
    refused += made.refused
    return made
  }
  const pepper = readPepper(data.path).toString('base64url')
  const form = { url: `${portal.url}/petition/`, kind: 'form', pepper } as const

  try {
    const rates: { portal: number; bare: number; lean: number; peer: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const rate = {
        portal: perSecond(await file({ ...form, ...saturation })),
        bare: perSecond(await load.run({ url: bare.url, kind: 'form', ...saturation })),
        lean: perSecond(await load.run({ url: lean.url, kind: 'form', ...saturation })),
        peer: perSecond(
          await load.run({ url: peer.url, token: peer.token, kind: 'entry', ...saturation }),
        ),
      }
      tell(
        `第 ${round} 轮，每秒：门户 ${rate.portal.toFixed(0)}，对照循环 ${rate.bare.toFixed(0)}，自家部件的循环 ${rate.lean.toFixed(0)}，Strapi ${rate.peer.toFixed(0)}`,
      )
      // The first round only warms the programs up.
      if (round > 0) rates.push(rate)
    }
    const pages = await load.run({ ...form, kind: 'form-page', ...saturation })
    tell(`不用脚本、要整页回执的，每秒 ${perSecond(pages).toFixed(0)}`)
    bare.stop()
    lean.stop()
    peer.stop()

    tell('按钟点每秒 100 件，30 秒…')
    const steady = await file({ ...form, mode: 'schedule', perSecond: 100, seconds: 30 })
    tell('打开表单 10000 次…')
    const reading = await load.run({
      ...form,
      kind: 'read',
      mode: 'count',
      connections: 16,
      count: 10_000,
    })
    tell(`打开表单，每秒 ${perSecond(reading).toFixed(0)}`)
    const again = await file({ ...form, mode: 'schedule', perSecond: 100, seconds: 10 })
    tell(`读过之后再按每秒 100 件，p99 ${quantile(again.latencies, 0.99).toFixed(1)} 毫秒`)
    clearInterval(sampler)
    await portal.stop()

    const filed = await countFiled(`sqlite:${join(data.path, 'portal', 'mailbox.db')}`, numbers)
    tell(`回执 ${numbers.length} 张，信箱里 ${filed} 件，没有收下的 ${refused} 件`)
    console.log(
      JSON.stringify({
        submissionsPerSecond: rounded(median(rates.map((rate) => rate.portal)), 1),
        p50Ms: rounded(quantile(steady.latencies, 0.5), 1),
        p99Ms: rounded(quantile(steady.latencies, 0.99), 1),
        ratioToStrapi: rounded(median(rates.map((rate) => rate.portal / rate.peer)), 2),
        ratioToBare: rounded(median(rates.map((rate) => rate.portal / rate.bare)), 2),
        // Beside the same parts without page, checks, proof of work and idempotency.
        ratioToOwnParts: rounded(median(rates.map((rate) => rate.portal / rate.lean)), 2),
        peakRssMb: rounded(peakMb, 0),
      }),
    )
    return filed === numbers.length && refused === 0
  } finally {
    clearInterval(sampler)
    load.stop()
    bare.stop()
    lean.stop()
    peer.stop()
    await portal.stop()
    data.remove()
    release.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

if (!(await measure())) process.exitCode = 1
