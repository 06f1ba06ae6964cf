import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own for a test. */
type Disk = { path: string; remove(): void }

/** A disk whose bytes lie in a file, so that what has reached it can be looked at. */
type ImageDisk = Disk & {
  /**
   * Where the disk is found as a power cut at this moment leaves it: with what was written to it,
   * and nothing of what the system still held in memory. Goes with the disk itself.
   */
  cutPower(): string
}

/** A disk of so many kilobytes; null where this account may not mount any. */
export function mountSmallDisk(kilobytes: number): Disk | null {
  return mount((place) => ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', place])
}

/** A disk with ext4 in a file; null where this account may not mount any. */
export function mountImageDisk(): ImageDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'portal-image-'))
  const image = join(folder, 'image')
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(image, '')
    execFileSync('truncate', ['-s', '24M', image])
    execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'ignore' })
  } catch {
    forget()
    return null
  }
  const disk = mountImage(image)
  if (!disk) forget()
  const cuts: Disk[] = []
  return (
    disk && {
      path: disk.path,
      cutPower() {
        const copy = `${image}-${cuts.length}`
        copyFileSync(image, copy)
        const found = mountImage(copy)
        if (!found) throw new Error('the disk does not mount after the power cut')
        cuts.push(found)
        return found.path
      },
      remove() {
        for (const one of [disk, ...cuts]) one.remove()
        forget()
      },
    }
  )
}

function mountImage(image: string): Disk | null {
  return mount((place) => ['-o', 'loop', image, place])
}

function mount(options: (place: string) => string[]): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'portal-disk-'))
  const path = join(folder, 'disk')
  mkdirSync(path)
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    execFileSync('mount', options(path), { stdio: 'ignore' })
  } catch {
    forget()
    return null
  }
  return {
    path,
    remove() {
      execFileSync('umount', ['--lazy', path])
      forget()
    },
  }
}
