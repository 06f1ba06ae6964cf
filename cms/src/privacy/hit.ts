/**
 * A place in an entry that looks like personal data. `field` is the field's name in the CMS, `label`
 * its Chinese name, `excerpt` enough of the text for staff to find it, `digest` what an override names.
 */
export type PrivacyHit = {
  field: string
  label: string
  kind: string
  excerpt: string
  digest: string
}
