/** The office's telephone: pressed on a telephone it dials, and it is never broken between lines. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="number" href={`tel:${phone}`}>
      {phone}
    </a>
  )
}
