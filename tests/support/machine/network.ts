import { execFileSync } from 'node:child_process'
import { hasProgram } from './nginx.ts'

/** A machine of its own as far as the network goes. */
export type Machine = {
  /** What stands before a command so that it runs there. */
  command: readonly string[]
  /** Runs a command there. @throws where it fails */
  run(...args: string[]): string
}

/** One end of a cable: on which machine (null: this one), and its address with the length of its network. */
type End = { machine: string | null; address: string }

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: 'pipe' })

/** Why no machines can be made here; null where they can. */
export function lackOfNetworks(): string | null {
  if (process.platform !== 'linux') return 'not Linux'
  if (process.getuid?.() !== 0) return 'not root'
  return hasProgram('ip', '-V') ? null : 'no ip (iproute2)'
}

const nameOf = (name: string) => `portal-${process.pid}-${name}`

/**
 * Makes machines that are joined by cables and by nothing else. Linux: network namespaces and pairs of virtual
 * interfaces.
 * @returns the machines by name, and what takes all away again
 */
export function makeNetwork<Name extends string>(
  names: readonly Name[],
  cables: readonly (readonly [End, End])[],
): { machines: Record<Name, Machine>; remove(): void } {
  const remove = () => {
    // Its interfaces go with it, and so does the other end of each.
    for (const name of names) {
      try {
        ip('netns', 'delete', nameOf(name))
      } catch {
        // It was never made.
      }
    }
  }
  try {
    for (const name of names) {
      ip('netns', 'add', nameOf(name))
      ip('-n', nameOf(name), 'link', 'set', 'lo', 'up')
    }
    for (const [at, ends] of cables.entries()) {
      const [one, other] = ['a', 'b'].map((end) => `p${process.pid}${end}${at}`) as [string, string]
      ip('link', 'add', one, 'type', 'veth', 'peer', 'name', other)
      for (const [link, { machine, address }] of [
        [one, ends[0]],
        [other, ends[1]],
      ] as const) {
        if (machine !== null) ip('link', 'set', link, 'netns', nameOf(machine))
        const there = machine === null ? [] : ['-n', nameOf(machine)]
        ip(...there, 'address', 'add', address, 'dev', link)
        ip(...there, 'link', 'set', link, 'up')
      }
    }
  } catch (error) {
    remove()
    throw error
  }
  const machineOf = (name: string): Machine => {
    const command = ['ip', 'netns', 'exec', nameOf(name)]
    const [program = '', ...before] = command
    return {
      command,
      run: (...args) => execFileSync(program, [...before, ...args], { encoding: 'utf8' }),
    }
  }
  const machines = Object.fromEntries(names.map((name) => [name, machineOf(name)]))
  return { machines: machines as Record<Name, Machine>, remove }
}
