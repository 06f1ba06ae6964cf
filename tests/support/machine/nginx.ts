import { execFile, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './installation.ts'

const folder = join(root, 'scripts', 'deploy', 'nginx')

/** Whether this machine has a program. */
export function hasProgram(name: string, flag: string): boolean {
  try {
    execFileSync(name, [flag], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export type RunningNginx = { stop(): Promise<void> }

/**
 * Starts nginx with the configurations that are in the repository, but for what an office changes in them: ports,
 * addresses, certificates, logs.
 * @param files what stands in each file, and what stands there instead
 * @param machine what stands before a command so that it runs on another machine
 * @throws with nginx' words where it does not take them
 */
export async function startNginx(
  files: Record<string, Record<string, string>>,
  machine: readonly string[] = [],
): Promise<RunningNginx> {
  const work = mkdtempSync(join(tmpdir(), 'portal-nginx-'))
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const files_ = ['-keyout', join(work, 'key.pem'), '-out', join(work, 'cert.pem')]
  const certificate = ['req', '-x509', ...key, ...files_, '-days', '2', '-subj', '/CN=test']
  await promisify(execFile)('openssl', certificate)
  for (const [name, changes] of Object.entries(files)) {
    let text = readFileSync(join(folder, name), 'utf8')
      .replace(/^(\s*ssl_certificate) .*;$/gm, `$1 ${join(work, 'cert.pem')};`)
      .replace(/^(\s*ssl_certificate_key) .*;$/gm, `$1 ${join(work, 'key.pem')};`)
      .replaceAll('/var/log/nginx/', `${work}/`)
      .replace(/^\s*listen \[::\].*$/gm, '')
    for (const [from, to] of Object.entries(changes)) {
      if (!text.includes(from)) throw new Error(`${name} has no “${from}”`)
      text = text.replaceAll(from, to)
    }
    writeFileSync(join(work, name), text)
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const main = `
    daemon off; pid ${work}/pid; error_log ${work}/error.log; worker_processes 1;
    events { worker_connections 1024; }
    http { ${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join(' ')} include ${work}/*.conf; }`
  writeFileSync(join(work, 'main'), main)
  const args = ['-p', work, '-e', join(work, 'error.log'), '-c', join(work, 'main')]
  const [program = '', ...before] = [...machine, 'nginx']
  await promisify(execFile)(program, [...before, '-t', ...args])
  const server = spawn(program, [...before, ...args], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  return {
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(work, { recursive: true, force: true })
    },
  }
}
