// breaks: words-live-in-locale
export const counted = (count: number) => <p>{`${count} casussen`}</p>
