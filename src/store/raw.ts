// Raw mail in R2. Every key of a person begins with their id.

const MOST_PER_PAGE = 1_000;

/** Deletes every object of a person, whatever rows know of it. */
export async function deleteRawOf(raw: R2Bucket, userId: string): Promise<void> {
  for (;;) {
    const { objects } = await raw.list({ prefix: `${userId}/`, limit: MOST_PER_PAGE });
    if (objects.length === 0) return;
    await raw.delete(objects.map(({ key }) => key));
  }
}
