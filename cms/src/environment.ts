import { delimiter, isAbsolute, join } from 'node:path'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { readEnvironment } from '@portal/content/schema/operation/environment'

/** The CMS's settings; the only place of the CMS that reads the process environment. */
export const environment = readEnvironment(process.env)

/** Where this installation keeps its files. */
export const layout = dataLayout(environment.dataDir)

/** The State Council's yearly tables of days off; they come with the program, not with the content. */
export const workdaysFile = join(environment.root, 'content', 'workdays.json')

/** The handbooks, which come with the program as well. */
export const handbookFolder = join(environment.root, 'content', 'handbook')

/** The folders where programs of this machine are; a relative one could be anybody's. */
export const programFolders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute)

/** The environment for a program that the CMS starts, with some settings changed. */
export function childEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings }
}
