import { readFileSync } from 'node:fs'
import type { Core } from '@strapi/strapi'
import { readDeskKeys, type DeskKeys } from './desk-keys.ts'
import { withholdFromListeners } from './withhold-from-listeners.ts'
import { settleVault } from './seal-existing.ts'
import { installVault } from './vault.ts'

function keyringAt(path: string): DeskKeys {
  try {
    return readDeskKeys(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`办件密钥 ${path} 缺失或损坏：请用 npm start 启动，或从密钥备份恢复`, { cause })
  }
}

/**
 * Opens the vault before anything is read or written: what the database holds in the clear is sealed
 * first, then everything passes through it.
 * @param path the file of the desk's keys
 */
export async function openVault(strapi: Core.Strapi, path: string): Promise<void> {
  const deskKeys = keyringAt(path)
  await settleVault(strapi, deskKeys)
  installVault(strapi, deskKeys)
  withholdFromListeners(strapi)
}
