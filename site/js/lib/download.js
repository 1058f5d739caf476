/**
 * Gives the reader a file to keep.
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address when it starts the download, which is later than this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
