// The first file of every command. It must run on Node 20 with nothing installed, so it is plain
// JavaScript and uses only what Node brings; it installs what is missing and hands over to Node 24.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const modern = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const stampFile = join(root, 'node_modules', '.installed')
const [command, ...rest] = process.argv.slice(2)

const known = [
  'start',
  'test',
  'import',
  'build',
  'check',
  'types',
  'keys',
  'migrate',
  'verify',
  'backup',
  'bench',
]
const failures = [
  [/ENOSPC|no space left/i, '磁盘空间不足：安装需要大约 1.5 GB。请清出空间后再运行同一条命令。'],
  [/EACCES|EPERM/, '没有写入权限：请换一个自己有权写入的文件夹，或检查文件夹的所有者。'],
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/i,
    '连不上软件包源：请检查网络；如果单位有自己的软件包源，先用 npm config set registry 设置，再运行同一条命令。',
  ],
]

function fail(message) {
  console.error(`\n✗ ${message}`)
  process.exit(1)
}

function stamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).digest('hex')
}

function installed() {
  if (!existsSync(modern) || !existsSync(stampFile)) return false
  return readFileSync(stampFile, 'utf8') === stamp()
}

function showProgress(title) {
  const started = Date.now()
  const elapsed = () => Math.round((Date.now() - started) / 1000)
  const tty = process.stderr.isTTY
  process.stderr.write(`· ${title}…${tty ? '' : '\n'}`)
  const tick = () =>
    process.stderr.write(tty ? `\r· ${title}… ${elapsed()} 秒` : `  … ${elapsed()} 秒\n`)
  const timer = setInterval(tick, tty ? 1000 : 15000)
  return (mark) => {
    clearInterval(timer)
    process.stderr.write(`${tty ? '\r' : ''}${mark} ${title}（${elapsed()} 秒）\n`)
  }
}

function npm(args) {
  return new Promise((resolve) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', [...args, '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
      env: { ...process.env, NODE_ENV: '' },
    })
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-20000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', () => fail('找不到 npm：请安装带 npm 的 Node.js 20 或更高版本。'))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function explain({ output }) {
  const reason = failures.find(([pattern]) => pattern.test(output))
  fail(reason ? reason[1] : `安装没有成功。npm 的说明：\n${output.trim().slice(-3000)}`)
}

async function install() {
  const done = showProgress('安装所需的软件包，第一次约需几分钟')
  // Asked first: without an answer npm itself goes on trying for many minutes.
  const timeouts = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000']
  const asked = await npm(['view', 'node@24', 'version', ...timeouts])
  // Not `npm ci`: it refuses the whole lock file where a registry lacks a package of another system.
  const result = asked.code === 0 ? await npm(['install', '--no-save', '--include=dev']) : asked
  done(result.code === 0 ? '✓' : '✗')
  if (result.code !== 0) explain(result)
  writeFileSync(stampFile, stamp())
}

function handOver() {
  const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
  const script = join(root, 'scripts', `${command}.ts`)
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(modern, [quiet, script, ...rest], {
    stdio: 'inherit',
    env: {
      // TypeScript is stripped and compiled once, not at every start: a quarter of a release's time.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH}`,
    },
  })
  // Ctrl-C reaches the child by itself; this process only waits for it to end in order.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('close', (code, signal) => process.exit(signal ? 1 : code))
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node.js 版本太旧（${process.version}）：请安装 20 或更高版本。`)
}
if (!known.includes(command)) fail(`没有这个命令：${command}。可用的有 ${known.join('、')}。`)
if (!installed()) await install()
handOver()
