import { Typography, VisuallyHidden } from '@strapi/design-system'

/** A column of a table: its name, and its share of the width where that is set. */
export type Column = [name: string, width?: string]

/** What a table is of, for those who hear it, and the names of its columns. */
export function TableHead({ caption, columns }: { caption: string; columns: readonly Column[] }) {
  return (
    <>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <colgroup>
        {columns.map(([name, width]) => (
          <col key={name} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              <Typography variant="pi" fontWeight="bold" textColor="neutral700">
                {name}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
    </>
  )
}
