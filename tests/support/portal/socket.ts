import { connect } from 'node:net'
import { readFileSync } from 'node:fs'

/** What comes back for bytes written as they are; `PORT` in them stands for the port. */
export function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
    socket.on('close', () => resolve(answer)).on('error', reject)
    socket.write(text.replaceAll('PORT', String(port)))
    setTimeout(() => socket.end(), 1_000)
  })
}

/** Sends an endless chunked body of this type until it is answered, at most `total` bytes. */
export function pour(
  port: number,
  { type, total, head = '' }: { type: string; total: number; head?: string },
): Promise<{ answer: string; sent: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let sent = 0
    let answer = ''
    const framed = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
    const chunk = framed('x'.repeat(0x10000))
    const push = () => {
      while (sent < total && !answer) {
        sent += chunk.length
        if (!socket.write(chunk)) return
      }
    }
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => (answer += text))
    socket.on('drain', push)
    socket.on('close', () => resolve({ answer, sent }))
    socket.on('error', (error) => (answer ? resolve({ answer, sent }) : reject(error)))
    socket.write(
      `POST /petition/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTransfer-Encoding: chunked\r\n` +
        `Content-Type: ${type}\r\n\r\n${head && framed(head)}`,
    )
    push()
  })
}

/** Bytes of memory that a process holds. Linux only. */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024
}
