import type { Settings } from '@portal/content/schema/entries/settings'
import { textOf, type StoredFields } from '../../strapi/stored-fields.ts'

/** The site's settings from the CMS, for the schema to check. */
export function settingsToContent(row: StoredFields) {
  return {
    siteName: row.siteName,
    officeName: row.officeName,
    districtName: row.districtName,
    domain: textOf(row.domain),
    identificationCode: textOf(row.identificationCode),
    icpFiling: textOf(row.icpFiling),
    policeFiling: textOf(row.policeFiling),
    description: textOf(row.description),
    phone: row.phone,
    address: row.address,
    postalCode: row.postalCode,
    visitingHours: row.visitingHours,
    officialText: { name: row.officialTextName, url: row.officialTextUrl },
    // An older desk has not asked yet.
    missedQueries: row.missedQueries ?? true,
    demonstration: row.demonstration,
  }
}

/** The bundled settings, for the CMS. */
export function settingsToDesk({ officialText, ...settings }: Settings): StoredFields {
  return {
    ...settings,
    officialTextName: officialText.name,
    officialTextUrl: officialText.url,
  }
}
