export const title = window.document.title
