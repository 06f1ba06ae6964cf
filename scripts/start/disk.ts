import { mkdir, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

const needed = 500 * 1024 * 1024

// Node's own recursive mkdir never returns below a folder such as /proc, where nothing can be made.
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || path === dirname(path)) throw error
    await makeFolder(dirname(path))
    await mkdir(path, { mode: 0o700 })
  }
}

/**
 * Makes sure that the data folder can be written and has room.
 * @throws saying what is wrong with it
 */
export async function requireDisk(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir)
  } catch (cause) {
    throw new Error(`数据文件夹 ${dataDir} 不能写入：请检查 DATA_DIR 和文件夹权限。`, { cause })
  }
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  if (free < needed) {
    const megabytes = Math.floor(free / 1024 / 1024)
    throw new Error(`磁盘空间不足：${dataDir} 所在磁盘只剩 ${megabytes} MB，至少需要 500 MB。`)
  }
}
