// breaks: nothing-kept-by-the-browser
export const keep = (draft: string): void => localStorage.setItem('draft', draft)
