import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CaseEntry } from '../case/clerk.ts'
import { collection, type Staff } from './staff.ts'

/** That the fields which programs keep for themselves in a case are told to nobody, on a desk with a case of a unit. */
export function checkInnerFields(
  as: (role: string) => Promise<Staff>,
  caseOf: () => CaseEntry,
): void {
  it('holds no inner field of a case: not in answers, columns, filters, sorts, for the administrator neither', async () => {
    const inner = [
      'statusRecipient',
      'access',
      'namedUnits',
      'settledUnits',
      'petitionerNameKey',
      'petitionerPhoneKey',
      // Who filed a case is told on its page, where each look is recorded as such.
      'petitionerName',
      'petitionerContact',
      'petitionerPhone',
      'petitionerAddress',
      'petitionerIdNumber',
      'petitionerCreditCode',
      'petitionerEmail',
      'representatives',
      'jointPeople',
      'notifyBy',
    ]
    for (const role of ['administrator', 'case-clerk', 'unit-clerk']) {
      const staff = await as(role)
      const paths = [
        collection('case'),
        `${collection('case')}?populate=*`,
        `${collection('case')}/${caseOf().documentId}`,
        '/content-manager/content-types/api::case.case/configuration',
        '/content-manager/init',
        '/content-manager/content-types',
        '/admin/users/me/permissions',
      ]
      for (const path of paths) {
        const { status, body } = await staff.call('GET', path)
        assert.equal(status, 200, path)
        const text = JSON.stringify(body)
        const found = inner.filter((field) => text.includes(`"${field}":`))
        assert.deepEqual(found, [], `${role} ${path}`)
      }
      const all = await staff.call('GET', collection('case'))
      const order = (body: unknown) =>
        (body as { results: CaseEntry[] }).results.map(({ documentId }) => documentId).join()
      for (const field of inner) {
        for (const query of [
          `filters[${field}][$null]=true`,
          `filters[$and][0][${field}][$startsWith]=nothing`,
          `filters[$not][${field}][$notNull]=true`,
          `fields[0]=${field}`,
        ]) {
          const { status, body } = await staff.call('GET', `${collection('case')}?${query}`)
          const said = `${role} ${query} ${status}`
          assert.ok(status < 500 && !JSON.stringify(body).includes(`"${field}":`), said)
          // Refused, or answered as if it had not been asked.
          if (status < 300) assert.equal(order(body).length, order(all.body).length, said)
        }
        const sorted = ['asc', 'desc'].map((direction) => `sort=${field}:${direction}`)
        const [up, down] = await Promise.all(
          sorted.map((query) => staff.call('GET', `${collection('case')}?${query}`)),
        )
        assert.ok(up && down && up.status < 500)
        if (up.status < 300) assert.equal(order(up.body), order(down.body), `${role} ${field}`)
      }
    }
  })
}
