/**
 * The folder that holds the files of this edition, told from where this module lies: two folders
 * deep, as every module must that asks, since the build joins all of them at that depth.
 */
export const HOME = new URL("../../", import.meta.url);
