"""Many articles at once: `qari batch`.

What is read is cut into shards (`plan`), each of which is analyzed into files of its own
(`shard`), by processes of this machine (`pool`) or of many (`cluster`); near copies are looked
for at the end (`stories`). A shard's files depend on its articles and the options alone, so that
it can be made twice, by whomever, and what is there already need not be made again.
"""
