import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model } from '../vault/sealed-type.ts'
import type { RawRow } from './query.ts'

type Attribute = Model['attributes'][string] & { pluginOptions?: { desk?: { label?: string } } }

/** The attributes of cases, read where no Strapi runs. */
export type CaseModel = { uid: string; attributes: Record<string, Attribute> }

/** Reads what fields cases have. @param root the folder of the project */
export function readCaseModel(root: string): CaseModel {
  const path = join(root, 'cms', 'src', 'api', 'case', 'content-types', 'case', 'schema.json')
  const { attributes } = JSON.parse(readFileSync(path, 'utf8')) as Pick<CaseModel, 'attributes'>
  return { uid: 'api::case.case', attributes }
}

/** The column of a field. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}

/** A field of a row in the form that Strapi gives it; what is sealed stays so. */
export function valueIn(row: RawRow, field: string, { type }: Attribute): unknown {
  const value = row[columnOf(field)]
  if (value === null || value === undefined) return null
  if (type === 'boolean') return value === true || value === 1
  return type === 'json' && typeof value === 'string' ? JSON.parse(value) : value
}
