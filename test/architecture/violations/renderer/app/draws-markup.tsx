// breaks: no-markup-from-strings
export const drawn = (note: string) => <p dangerouslySetInnerHTML={{ __html: note }} />
